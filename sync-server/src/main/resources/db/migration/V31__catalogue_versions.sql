-- The catalogue of rights as it is being edited, and as it was published. Rule: R-CAT. Decision: docs/decisions/0059.
-- An instance of an older build beside a new one reads the record of the catalogue as before and knows nothing of these
-- tables; it passes over the two new members of a right, so that its pages still list what is retired. Its journal does not
-- open the acts CHANGE_CATALOGUE and CHANGE_PROFILE.

create table catalogue_draft (
    org_id uuid primary key,
    contents bytea not null,                   -- as JSON, in clear like the published one: it names nobody
    changed_by uuid not null,
    changed_at timestamptz not null
);

create table catalogue_version (
    org_id uuid not null,
    version int not null,
    published_by uuid,                         -- null for what was there before it was edited here
    published_at timestamptz not null,
    contents bytea not null,
    primary key (org_id, version)
);
