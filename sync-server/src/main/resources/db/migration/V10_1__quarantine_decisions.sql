-- What becomes of what is under quarantine: taken in after all, or closed for a reason. Nothing is removed; why is sealed
-- under its author's key. Decision: docs/decisions/0025.
alter table quarantine
    add column state text not null default 'WAITING' check (state in ('WAITING', 'RELEASED', 'CLOSED')),
    add column decided_by uuid,
    add column decided_at timestamptz,
    add column stated_id uuid,
    add column stated bytea,
    add constraint quarantine_is_decided_by_somebody
        check ((state = 'WAITING') = (decided_by is null) and (decided_by is null) = (stated is null));
