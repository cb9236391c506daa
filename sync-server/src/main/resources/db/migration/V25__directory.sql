-- What the field says of the directory, counted and listed without opening a dossier. Rule: R-DIR. Decision: docs/decisions/0048.

create table directory_fact (
    org_id uuid not null, dossier_id uuid not null, record_id uuid not null,
    purpose text not null,
    partner_id uuid,                           -- what is to be corrected
    topic text,                                -- what a need is about
    noted_on date not null,
    handled_on date,                           -- when the back office had dealt with it
    primary key (org_id, dossier_id, record_id)
);
create index directory_fact_open on directory_fact (org_id, noted_on) where handled_on is null;
