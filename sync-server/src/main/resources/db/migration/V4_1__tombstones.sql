-- Tombstones: a deleted record keeps its id, position and revision for good; its contents go after 180 days.
-- Decision: docs/decisions/0012.
alter table record add constraint only_the_deleted_are_empty check (deleted or octet_length(sealed) > 0);
create index record_tombstone on record (changed_at) where deleted and octet_length(sealed) > 0;

-- As before, but for one thing: a record that is deleted already may be emptied where it is, once the bucket's floor says
-- that no phone counts on its tombstone.
create function record_revision_takes_position() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from written w
        left join was o on o.org_id = w.org_id and o.record_id = w.record_id
        left join bucket b on b.org_id = w.org_id and b.bucket_id = w.bucket_id
        where (b.taken_by is distinct from pg_current_xact_id() or w.position <= b.head_before or w.position > b.head)
          and (o.deleted and w.deleted and octet_length(w.sealed) = 0 and w.bucket_id = o.bucket_id
               and w.position = o.position and w.rev = o.rev and w.kind = o.kind and w.position <= b.floor_seq) is not true
    ) then
        raise exception 'A record was written without a position of its bucket' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
drop trigger record_update_takes_position on record;
create trigger record_update_takes_position after update on record
    referencing old table as was new table as written for each statement
    execute function record_revision_takes_position();

-- Which records hang on which: a deletion asks whether its author saw them all.
create table child_fact (
    org_id uuid not null, parent_id uuid not null, record_id uuid not null,
    primary key (org_id, parent_id, record_id)
);
create index child_fact_of_record on child_fact (org_id, record_id);
