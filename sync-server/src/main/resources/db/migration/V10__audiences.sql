-- Records that left a bucket for another one of their dossier: at most once a bucket, the last time. Whoever holds the
-- bucket learns by it that the record is gone there; after 180 days the bucket's floor does for it. It follows from
-- operations, as facts do. Decision: docs/decisions/0024.
create table departure_fact (
    org_id      uuid not null,
    bucket_id   text not null,
    record_id   uuid not null,
    kind        text not null,
    position    bigint not null,
    rev         bigint not null,
    departed_at timestamptz not null,
    primary key (org_id, bucket_id, record_id)
);
create unique index departure_fact_position on departure_fact (org_id, bucket_id, position);
create index departure_fact_old on departure_fact (departed_at);

-- No writer lets a record depart without a position of the bucket that it leaves, taken in the same transaction.
create function departure_takes_position() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from written w left join bucket b on b.org_id = w.org_id and b.bucket_id = w.bucket_id
        where b.taken_by is distinct from pg_current_xact_id()
           or w.position <= b.head_before or w.position > b.head
    ) then
        raise exception 'A record left its bucket without a position' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger departure_insert_takes_position after insert on departure_fact
    referencing new table as written for each statement execute function departure_takes_position();
create trigger departure_update_takes_position after update on departure_fact
    referencing new table as written for each statement execute function departure_takes_position();
