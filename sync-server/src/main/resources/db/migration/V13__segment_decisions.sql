-- Decisions on segments. Rules: R-SEG-5 to R-SEG-7. Decision: docs/decisions/0029.

-- What became of each command that somebody signed: one that comes again is answered as it was, and not done again.
create table segment_command (
    org_id      uuid not null,
    dossier_id  uuid not null,
    worker_id   uuid not null,
    command_id  uuid not null,                 -- made by whoever sends it
    outcome     text not null,                 -- DONE, STALE, REFUSED
    refusal     text,                          -- why it was refused
    change_id   uuid,                          -- the decision that was signed
    received_at timestamptz not null,
    primary key (org_id, dossier_id, worker_id, command_id)
);

-- Which decisions wait for a signature, without opening a dossier.
create table segment_change_fact (
    org_id uuid not null, dossier_id uuid not null, record_id uuid not null,
    origin text not null, state text not null, to_segment text not null,
    author_id uuid not null,                   -- who signed first
    signed_on date not null,                   -- the last signature
    primary key (org_id, dossier_id, record_id)
);
create index segment_change_fact_open on segment_change_fact (org_id) where state in ('PROPOSED', 'APPROVED');

-- When the password was last given in a session: approvals ask for it again.
alter table web_session add column authenticated_at timestamptz;
update web_session set authenticated_at = started_at;
alter table web_session alter column authenticated_at set not null;
