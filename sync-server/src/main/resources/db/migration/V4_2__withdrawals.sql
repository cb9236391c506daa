-- What a phone has to give back: one row a stream and an ended grant, open until the phone says that it holds nothing of it
-- any more, or until its worker holds the bucket again. Decision: docs/decisions/0012.
create table withdrawal (
    org_id      uuid not null,
    stream_id   uuid not null,
    bucket_id   text not null,
    grant_epoch bigint not null,
    opened_at   timestamptz not null,
    ended_at    timestamptz,
    ended_by    text check (ended_by in ('ACKNOWLEDGED', 'GRANTED_AGAIN')),
    primary key (org_id, stream_id, bucket_id, grant_epoch),
    check ((ended_at is null) = (ended_by is null))
);
create index withdrawal_open on withdrawal (org_id, stream_id) where ended_at is null;

-- For which day of the organisation the grants were last brought in line with the terms that begin and end by their date.
create table term_sweep (
    org_id   uuid primary key,
    swept_on date not null
);
