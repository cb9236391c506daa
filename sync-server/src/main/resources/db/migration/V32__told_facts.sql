-- What figures count of sealed records: home visits, referrals, items of a bilan, rights that were opened. Rule: R-IND.
-- Decision: docs/decisions/0061. Written with the record, from here on: what was recorded before stays sealed, and is counted
-- once it is written again; the page says since when.
-- An instance of an older build beside a new one writes none of it: what it takes in is missing here until it is written again.

alter table contact_fact add column place text;  -- null before it was kept

create table told_fact (
    org_id uuid not null, dossier_id uuid not null, record_id uuid not null,
    kind text not null,                          -- what kind of thing happened
    code text not null,                          -- what of its kind, never words
    day date not null,
    primary key (org_id, dossier_id, record_id)
);
create index told_fact_of_day on told_fact (org_id, day);

create table told_since (since date not null);
insert into told_since values (current_date);
