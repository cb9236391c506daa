-- Where somebody hears that something is due without looking at a phone, and what is to be sent there.
-- Rule: R-REM. Decision: docs/decisions/0065. An instance of an older build beside this one sends nothing, and leaves
-- the mailbox of an account as it is.
alter table worker add column mailbox text;      -- null: no mail

create table mail_waiting (
    org_id    uuid not null,
    worker_id uuid not null,
    asked_at  timestamptz not null,
    next_at   timestamptz,                       -- null: given up until something else is due
    tries     integer not null default 0,
    primary key (org_id, worker_id)
);
create index mail_waiting_next on mail_waiting (next_at) where next_at is not null;
