-- Duplicates merged by somebody, so that it can be undone. Rule: R-DUP. Decision: docs/decisions/0020.

create table dossier_merge (
    org_id uuid not null, merge_id uuid not null,
    kept_id uuid not null, merged_id uuid not null,
    decided_by uuid not null, decided_at timestamptz not null,
    undone_by uuid, undone_at timestamptz,
    primary key (org_id, merge_id),
    check (kept_id <> merged_id)
);
create unique index dossier_merge_stands on dossier_merge (org_id, merged_id) where undone_at is null;

-- Which records a merge moved, and where they were.
create table merged_record (
    org_id uuid not null, merge_id uuid not null, record_id uuid not null, bucket_id text not null,
    primary key (org_id, merge_id, record_id)
);

-- Where operations on a merged dossier, its own record or a merged person go now.
create table redirect (
    org_id uuid not null, from_id uuid not null, to_id uuid not null, merge_id uuid not null,
    primary key (org_id, from_id),
    check (from_id <> to_id)
);
create index redirect_of_merge on redirect (org_id, merge_id);
