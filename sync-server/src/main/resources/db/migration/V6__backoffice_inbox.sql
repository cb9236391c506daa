-- What the back office sees to besides conflicts. Decision: docs/decisions/0018.

-- What came back to its author and waits: that it exists, what it is about and why, never what it says. Kept in the
-- transaction of the returned change's record, and gone with it. Rule: R-REC.
create table open_return (
    org_id      uuid not null,
    record_id   uuid not null,
    author_id   uuid not null,
    dossier_id  uuid,                        -- null where the operation named no dossier that we know
    stream_id   uuid not null,
    op_seq      bigint not null,
    subject_id  uuid,                        -- the record that it was to change; null where its bytes did not say
    kind        text,                        -- of the subject
    group_names text not null,               -- the field groups that it was to write, separated by a space
    restricted  boolean not null,            -- also where the subject is not known: deny first
    reason      text not null,
    since       timestamptz not null,
    primary key (org_id, record_id)
);

-- A dossier that was opened by a stated reason alone. What was stated is sealed under the dossier's key. Rule: R-SHARE.
create table stated_reason (
    org_id     uuid not null,
    reason_id  uuid not null,
    dossier_id uuid not null,
    worker_id  uuid not null,
    stated_at  timestamptz not null,
    ends_at    timestamptz not null,
    sealed     bytea not null,
    seen_by    uuid,                         -- the head who read it
    seen_at    timestamptz,
    primary key (org_id, reason_id)
);
create index stated_reason_of_dossier on stated_reason (org_id, dossier_id, worker_id, ends_at);
create index stated_reason_untold on stated_reason (org_id, stated_at) where seen_at is null;

-- How far each stream told that it holds each bucket: the cursors of its pulls, as last written by a collector that runs
-- every few seconds. For operators; nothing is decided by it.
create table stream_cursor (
    org_id    uuid not null,
    stream_id uuid not null,
    bucket_id text not null,
    position  bigint not null,
    told_at   timestamptz not null,
    primary key (org_id, stream_id, bucket_id)
);
create index stream_cursor_of_bucket on stream_cursor (org_id, bucket_id);
create table stream_pull (
    org_id    uuid not null,
    stream_id uuid not null,
    pulled_at timestamptz not null,
    primary key (org_id, stream_id)
);
