-- The same person recorded twice. Rule: R-DUP. Decision: docs/decisions/0020.

-- Persons that were written since they were last compared with others; filled in the transaction of the record.
create table person_to_match (
    org_id uuid not null, record_id uuid not null, dossier_id uuid not null,
    primary key (org_id, record_id)
);

-- Under which keys a person can be found: keyed hashes of single words and dates, never a name.
create table person_key (
    org_id uuid not null, key_hash bytea not null, record_id uuid not null, dossier_id uuid not null,
    primary key (org_id, key_hash, record_id)
);
create index person_key_of_person on person_key (org_id, record_id);
create index person_key_of_dossier on person_key (org_id, dossier_id);

-- Two persons that a machine found alike, the smaller id first. What somebody has decided is never proposed again.
create table duplicate (
    org_id        uuid not null,
    one_id        uuid not null,
    other_id      uuid not null,
    one_dossier   uuid not null,
    other_dossier uuid not null,
    evidence      text not null,             -- codes of Evidence, separated by a space
    state         text not null check (state in ('OPEN', 'DISMISSED', 'MERGED')),
    found_at      timestamptz not null,
    decided_by    uuid,
    decided_at    timestamptz,
    primary key (org_id, one_id, other_id),
    check (one_id < other_id)
);
create index duplicate_open on duplicate (org_id, found_at) where state = 'OPEN';
create index duplicate_of_other on duplicate (org_id, other_id);
