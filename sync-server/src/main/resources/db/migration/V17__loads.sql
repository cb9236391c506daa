-- What a worker carries, weighed without opening a dossier. Rules: R-ORG, R-MAN, R-REQ. Decision: docs/decisions/0035.

create table mandate_fact (
    org_id uuid not null, dossier_id uuid not null, record_id uuid not null,
    kind text not null, start_day date not null,
    end_day date,                              -- the first day without it
    primary key (org_id, dossier_id, record_id)
);
create table request_fact (
    org_id uuid not null, dossier_id uuid not null, record_id uuid not null,
    received_on date not null, decided_on date,
    primary key (org_id, dossier_id, record_id)
);

-- The one referent of a commune that has its own. Rule: R-ORG. Source: 002 §4.2.
create table commune_referent (
    org_id uuid not null, commune_code text not null, worker_id uuid not null,
    primary key (org_id, commune_code)
);
