-- Dossiers that were erased: their key is destroyed, and nothing of them comes back. Rule: R-GDPR. See docs/sync.md, Erasure.
create table erased_dossier (
    org_id     uuid not null,
    dossier_id uuid not null,
    reason     text not null check (reason in ('RETENTION_OVER', 'ASKED_BY_PERSON', 'OPENED_BY_MISTAKE', 'ORDERED')),
    decided_by uuid not null,
    erased_at  timestamptz not null,
    primary key (org_id, dossier_id)
);

-- What phones send later keeps its place in the stream, and nothing else of it is kept.
alter table operation_log drop constraint operation_log_verdict_check;
alter table operation_log add constraint operation_log_verdict_check
    check (verdict in ('APPLIED', 'MERGED', 'CONFLICT', 'RETURNED', 'STALE_COMMAND', 'ERASED'));

-- The key of a document's own pieces, wrapped under the key of its dossier; null where the dossier's key seals them.
alter table document_upload add column wrapped_key bytea;
create index document_upload_of_dossier on document_upload (org_id, dossier_id);

-- Takes away what is known of a dossier beside its emptied records, whatever the table: only the audit, the log, of which
-- the key is gone, and the note that it was erased still name it.
create function forget_dossier(organisation uuid, dossier uuid) returns void language plpgsql as $$
declare
    name text;
begin
    for name in
        select c.relname from pg_class c
        join pg_attribute o on o.attrelid = c.oid and o.attname = 'org_id' and not o.attisdropped
        join pg_attribute d on d.attrelid = c.oid and d.attname = 'dossier_id' and not d.attisdropped
        where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
          and c.relname not in ('record', 'operation_log', 'audit', 'erased_dossier')
        order by c.relname
    loop
        execute format('delete from %I where org_id = $1 and dossier_id = $2', name) using organisation, dossier;
    end loop;
    delete from redirect t using dossier_merge m where t.org_id = organisation and m.org_id = t.org_id
        and m.merge_id = t.merge_id and dossier in (m.kept_id, m.merged_id);
    delete from merged_record t using dossier_merge m where t.org_id = organisation and m.org_id = t.org_id
        and m.merge_id = t.merge_id and dossier in (m.kept_id, m.merged_id);
    delete from dossier_merge where org_id = organisation and dossier in (kept_id, merged_id);
    delete from child_fact f using record r where r.org_id = organisation and r.dossier_id = dossier
        and f.org_id = r.org_id and (f.record_id = r.record_id or f.parent_id = r.record_id);
    delete from duplicate where org_id = organisation and (one_dossier = dossier or other_dossier = dossier);
    delete from departure_fact where org_id = organisation and bucket_id like 'd/' || dossier || '/%';
end $$;
