-- Two records of one person in the same dossier are merged too: nothing moves then. Rule: R-DUP.
alter table dossier_merge drop constraint dossier_merge_check;
drop index dossier_merge_stands;
create unique index dossier_merge_stands on dossier_merge (org_id, merged_id)
    where undone_at is null and kept_id <> merged_id;
