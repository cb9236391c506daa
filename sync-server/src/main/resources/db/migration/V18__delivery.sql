-- When a reminder is told to somebody who is not looking: in the day's digest, or alone. Rule: R-REM.
-- Decision: docs/decisions/0036.

alter table reminder_told add column tell_at timestamptz;      -- not before
alter table reminder_told add column delivered_at timestamptz;
update reminder_told set tell_at = told_at, delivered_at = told_at;
alter table reminder_told alter column tell_at set not null;
alter table reminder_told alter column dossier_id drop not null;   -- a silent phone is about no dossier
create index reminder_told_waiting on reminder_told (org_id, tell_at)
    where delivered_at is null and ended_at is null;
