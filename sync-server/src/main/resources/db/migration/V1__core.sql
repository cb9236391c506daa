-- The core tables. org_id comes first in every primary key, so that a PostgreSQL-compatible distributed engine can
-- spread organisations without a change of schema. Decisions: docs/decisions/0002, 0004, 0005, 0006.

create table organisation (
    org_id       uuid primary key,
    name         text not null,
    zone         text not null,
    epoch        text not null, -- random; minted again at a restore
    created_at   timestamptz not null
);

create table site (
    org_id uuid not null, site_id uuid not null, name text not null, commune_code text not null,
    primary key (org_id, site_id)
);

create table team (
    org_id uuid not null, team_id uuid not null, site_id uuid not null, name text not null, head_id uuid,
    primary key (org_id, team_id)
);

create table commune (
    org_id uuid not null, code text not null, name text not null, postcodes text not null,
    population integer not null, intercommunality text not null,
    primary key (org_id, code)
);

create table territory (
    org_id uuid not null, territory_id uuid not null, site_id uuid not null, name text not null,
    arrangement text not null check (arrangement in ('SECTORISED', 'DESECTORISED', 'COSECTORISED')),
    commune_codes text not null, -- INSEE codes, separated by a space
    primary key (org_id, territory_id)
);

create table permanence (
    org_id uuid not null, permanence_id uuid not null, site_id uuid not null, commune_code text not null,
    day smallint not null check (day between 1 and 7), opens time not null, every_weeks smallint not null,
    primary key (org_id, permanence_id)
);

create table worker (
    org_id            uuid not null,
    worker_id         uuid not null,
    login             text not null,
    password_hash     text not null,        -- Argon2id, with its parameters
    name              text not null,
    roles             text not null,        -- codes of Role, separated by a space
    full_time_percent smallint not null check (full_time_percent between 1 and 100),
    team_id           uuid,
    site_id           uuid,
    active            boolean not null default true,
    failed_sign_ins   integer not null default 0,
    locked_until      timestamptz,
    primary key (org_id, worker_id),
    unique (org_id, login)
);
create unique index worker_login on worker (login);

-- One installation and one worker; also one a worker for what they do in the browser (device_name 'web').
create table stream (
    org_id      uuid not null,
    stream_id   uuid not null,
    worker_id   uuid not null,
    device_name text not null,
    public_key  bytea,
    state       text not null check (state in ('ACTIVE', 'FROZEN', 'REVOKED')),
    last_op_seq bigint not null default 0,
    last_hash   text not null default repeat('0', 64),
    skew_millis bigint not null default 0,  -- how far the phone's clock was ahead, last time; shown, never used
    enrolled_at timestamptz not null,
    seen_at     timestamptz not null,
    primary key (org_id, stream_id)
);
create index stream_of_worker on stream (org_id, worker_id);

-- Evidence of a cloned or rolled-back phone: the bytes that did not fit the stream.
create table fork_evidence (
    org_id uuid not null, stream_id uuid not null, op_seq bigint not null, hash text not null,
    received_at timestamptz not null, sealed bytea not null,
    primary key (org_id, stream_id, op_seq, hash)
);

create table refresh_token (
    org_id      uuid not null,
    token_hash  text not null,
    worker_id   uuid not null,
    stream_id   uuid not null,
    successor   text,                        -- hash of the token that replaces it
    used        boolean not null default false,
    revoked     boolean not null default false,
    expires_at  timestamptz not null,
    primary key (org_id, token_hash)
);
create unique index refresh_token_hash on refresh_token (token_hash);

-- The key under which everything of a dossier is sealed; wrapped by the master key. Destroying it erases the dossier.
-- A worker has one too, for what belongs to no dossier that we know: bytes that cannot be read, a foreign dossier.
create table sealing_key (
    org_id uuid not null, owner_id uuid not null, wrapped bytea not null,
    primary key (org_id, owner_id)
);

-- Every operation ever received, verbatim (sealed), before anything else happens to it.
create table operation_log (
    org_id      uuid not null,
    stream_id   uuid not null,
    op_seq      bigint not null,
    hash        text not null,
    tx_id       uuid,
    dossier_id  uuid,
    record_id   uuid,
    received_at timestamptz not null,
    sealed      bytea not null,
    key_owner   uuid not null,               -- under whose key it is sealed: the dossier's, or the author's
    creates     boolean not null default false,
    verdict     text check (verdict in ('APPLIED', 'MERGED', 'CONFLICT', 'RETURNED', 'STALE_COMMAND')),
    reason      text,
    bucket_id   text,
    position    bigint not null default 0,
    primary key (org_id, stream_id, op_seq)
);
-- Whatever depends on a record whose creation was returned is returned too.
create index operation_log_returned on operation_log (org_id, record_id) where creates and verdict = 'RETURNED';

-- Heads. taken_by and head_before let the database prove that whoever writes a record took its position in the same
-- transaction, while holding this row's lock.
create table bucket (
    org_id      uuid not null,
    bucket_id   text not null,
    head        bigint not null default 0,
    head_before bigint not null default 0,
    taken_by    xid8,
    floor_seq   bigint not null default 0,
    primary key (org_id, bucket_id)
);

create function bucket_positions_only_grow() returns trigger language plpgsql as $$
begin
    if new.head < old.head then
        raise exception 'The head of bucket % may not go back', old.bucket_id using errcode = 'integrity_constraint_violation';
    end if;
    if new.head > old.head then
        if old.taken_by is distinct from pg_current_xact_id() then
            new.head_before := old.head;
        else
            new.head_before := old.head_before;
        end if;
        new.taken_by := pg_current_xact_id();
    end if;
    return new;
end $$;
create trigger bucket_positions_only_grow before update on bucket
    for each row execute function bucket_positions_only_grow();

create table record (
    org_id      uuid not null,
    record_id   uuid not null,
    kind        text not null,
    dossier_id  uuid,
    bucket_id   text not null,
    position    bigint not null,
    rev         bigint not null,
    author_id   uuid,
    changed_by  uuid,
    changed_at  timestamptz not null,
    occurred_at timestamptz,
    deleted     boolean not null default false,
    writers     text not null default '{}', -- JSON: GroupWriters by group
    key_owner   uuid,                       -- under whose key it is sealed; null: in clear, in the reference bucket
    sealed      bytea not null,             -- the JSON of the groups; in clear in the reference bucket alone
    primary key (org_id, record_id),
    unique (org_id, bucket_id, position)
);
create index record_of_dossier on record (org_id, dossier_id);

-- No writer, whoever it is, changes a record without a position taken in the same transaction. Rule: R-REC.
create function record_takes_position() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from written w left join bucket b on b.org_id = w.org_id and b.bucket_id = w.bucket_id
        where b.taken_by is distinct from pg_current_xact_id()
           or w.position <= b.head_before or w.position > b.head
    ) then
        raise exception 'A record was written without a position of its bucket' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger record_insert_takes_position after insert on record
    referencing new table as written for each statement execute function record_takes_position();
create trigger record_update_takes_position after update on record
    referencing new table as written for each statement execute function record_takes_position();

create function record_is_never_removed() returns trigger language plpgsql as $$
begin
    raise exception 'Records are marked as deleted, never removed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger record_is_never_removed before delete on record
    for each statement execute function record_is_never_removed();

-- Who may hold a bucket on a phone. A grant that ended stays, so that facts made under it still apply.
create table bucket_grant (
    org_id      uuid not null,
    worker_id   uuid not null,
    bucket_id   text not null,
    grant_epoch bigint not null,
    granted_at  timestamptz not null,
    ended_at    timestamptz,
    primary key (org_id, worker_id, bucket_id, grant_epoch)
);
create index bucket_grant_current on bucket_grant (org_id, worker_id, bucket_id) where ended_at is null;
create index bucket_grant_of_bucket on bucket_grant (org_id, bucket_id) where ended_at is null;

-- What rules look at without opening a record: dates, codes and ids, never a name or a narrative. Kept in the transaction
-- of the record that they come from.

-- What of a contact the norms look at, so that a service is computed without opening a narrative. Rule: R-SEG-2.
create table contact_fact (
    org_id      uuid not null,
    dossier_id  uuid not null,
    record_id   uuid not null,
    bucket_id   text not null,
    started_at  timestamptz not null,
    channel     text not null,
    happening   text not null,
    social_work boolean not null,
    complete    boolean not null,
    persons     uuid[] not null,            -- who took part; person_fact says who of them is an adult
    author_id   uuid,
    corrects    uuid,
    primary key (org_id, dossier_id, record_id)
);
create table person_fact (
    org_id uuid not null, dossier_id uuid not null, record_id uuid not null, adult boolean not null,
    primary key (org_id, dossier_id, record_id)
);
create table dossier_fact (
    org_id uuid not null, dossier_id uuid not null, commune_code text not null, status text not null,
    opened_on date not null, closed_on date,
    primary key (org_id, dossier_id)
);
create table referent_fact (
    org_id uuid not null, dossier_id uuid not null, record_id uuid not null, worker_id uuid not null,
    role text not null, from_day date not null, until_day date,
    primary key (org_id, dossier_id, record_id)
);
create index referent_fact_of_worker on referent_fact (org_id, worker_id);
create table stay_fact (
    org_id uuid not null, dossier_id uuid not null, record_id uuid not null, segment text not null,
    entered_on date not null, left_on date,
    primary key (org_id, dossier_id, record_id)
);
create table exemption_fact (
    org_id uuid not null, dossier_id uuid not null, record_id uuid not null,
    from_day date not null, until_day date not null,
    primary key (org_id, dossier_id, record_id)
);
-- Appointments to come and actions to do: what is due soon is delivered first.
create table due_fact (
    org_id uuid not null, dossier_id uuid not null, record_id uuid not null, due_on date not null,
    primary key (org_id, dossier_id, record_id)
);

-- The conflicts that nobody has settled yet: at most one a field group of a record.
create table open_conflict (
    org_id uuid not null, subject_id uuid not null, group_name text not null, conflict_id uuid not null,
    dossier_id uuid not null, bucket_id text not null, kind text not null, since timestamptz not null,
    primary key (org_id, subject_id, group_name)
);

-- Who saw or changed what. Append-only; each row carries the hash of the one before it in its chain. Rule: R-AUD.
create table audit (
    org_id     uuid not null,
    chain      text not null,                -- the dossier, or 'org'
    seq        bigint not null,
    at         timestamptz not null,
    worker_id  uuid,
    stream_id  uuid,
    act        text not null,
    dossier_id uuid,
    record_id  uuid,
    detail     text not null default '',     -- codes and counts, never contents
    hash       text not null,
    primary key (org_id, chain, seq)
);
create table audit_chain (
    org_id uuid not null, chain text not null, seq bigint not null, hash text not null,
    primary key (org_id, chain)
);
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The audit is append-only' using errcode = 'integrity_constraint_violation';
end $$;
create trigger audit_is_append_only before update or delete on audit
    for each statement execute function audit_is_append_only();

-- One reminder a cause: told once, ended when its cause does. Rule: R-REM.
create table reminder_told (
    org_id     uuid not null,
    cause      text not null,
    worker_id  uuid not null,
    dossier_id uuid not null,
    due_on     date not null,
    told_at    timestamptz not null,
    ended_at   timestamptz,
    primary key (org_id, worker_id, cause)
);
