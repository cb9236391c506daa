-- What is written at the desks of a site, a quarter at a time, under a key of its own. Rules: R-PER, R-COL, R-GDPR.
-- Decision: docs/decisions/0050.

create table reception_register (
    org_id uuid not null, register_id uuid not null,
    site_id uuid not null,
    from_day date not null, until_day date not null,
    primary key (org_id, register_id),
    unique (org_id, site_id, from_day)
);

-- A register goes because its time is over: nobody decides it.
alter table erased_dossier alter column decided_by drop not null;

-- Figures without names. They stay when their register is erased: their owner is not called dossier_id.
create table desk_day_fact (
    org_id uuid not null, register_id uuid not null, record_id uuid not null,
    desk_id uuid not null, day date not null,
    confidentiality text not null, connection text not null, admission text not null,
    primary key (org_id, register_id, record_id)
);
create table walk_in_fact (
    org_id uuid not null, register_id uuid not null, record_id uuid not null,
    desk_id uuid not null, day date not null,
    state text not null,
    arrived_at timestamptz not null, received_at timestamptz,
    by_appointment boolean not null,
    primary key (org_id, register_id, record_id)
);
create index walk_in_fact_of_day on walk_in_fact (org_id, day);
create table liaison_fact (
    org_id uuid not null, register_id uuid not null, record_id uuid not null,
    worker_id uuid, team_id uuid,              -- whom it goes to; neither for a service by its name
    urgency text not null,
    sent_on date not null, taken_on date,
    primary key (org_id, register_id, record_id)
);
create table collective_action_fact (
    org_id uuid not null, register_id uuid not null, record_id uuid not null,
    topic text not null, title text not null, service text not null,
    began_on date not null, ended_on date,
    primary key (org_id, register_id, record_id)
);
create table collective_session_fact (
    org_id uuid not null, register_id uuid not null, record_id uuid not null,
    action_id uuid not null, day date not null,
    minutes integer not null, participants integer not null, first_time integer not null,
    primary key (org_id, register_id, record_id)
);
