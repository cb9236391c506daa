-- What an archive outside the database needs. Decision: docs/decisions/0015.

-- The order in which the archive is replayed: taken under the locks of what it orders, so that whoever saw another's
-- effect has the greater number. It is no cursor: numbers become visible in any order.
create sequence ledger_order;
alter table operation_log add column ordinal bigint not null default 0;

-- How far the archive holds each stream. Not in the stream's row, of which a push holds the lock.
create table durable_stream (
    org_id uuid not null, stream_id uuid not null, op_seq bigint not null,
    primary key (org_id, stream_id)
);

-- Operations that the server lost and that no phone has any more.
create table stream_gap (
    org_id uuid not null, stream_id uuid not null, from_seq bigint not null, to_seq bigint not null,
    noted_at timestamptz not null,
    primary key (org_id, stream_id, from_seq)
);

-- What the server itself decided and the archive does not hold yet: the row as it is now, or that it is gone.
create table decision (
    org_id      uuid not null,
    decision_id uuid not null default gen_random_uuid(),
    ordinal     bigint not null default nextval('ledger_order'),
    table_name  text not null,
    gone        boolean not null,
    image       text not null,              -- JSON: the columns by name
    primary key (org_id, decision_id)
);
create index decision_by_ordinal on decision (ordinal);

-- Those that the replay which runs has done: one that is cut goes on behind them.
create table replayed_decision (
    org_id uuid not null, decision_id uuid not null,
    primary key (org_id, decision_id)
);

-- One row: which database this is, and how far it knows the archive.
create table archive_mark (
    only_row          boolean primary key default true check (only_row),
    system_identifier text not null,
    timeline          text not null,
    archive_id        text not null,
    position          bigint not null
);

-- Which database this is: a restore by base backup and a failover begin another timeline.
create function database_timeline() returns text language sql stable as $$
    select substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
$$;

-- For whoever restored a copy that the database itself cannot tell from the original: the running service, or the next to
-- start, gives every organisation a new epoch and replays the archive.
create function declare_restored() returns void language sql as $$
    update archive_mark set timeline = 'restored'
$$;

create function note_decision() returns trigger language plpgsql as $$
declare
    image jsonb;
begin
    if current_setting('tournee.replaying', true) = 'on' then
        return null; -- the archive holds it
    end if;
    image := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end - coalesce(tg_argv, '{}');
    insert into decision (org_id, table_name, gone, image)
    values ((image ->> 'org_id')::uuid, tg_table_name, tg_op = 'DELETE', image::text);
    return null;
end $$;

-- Every table of an organisation is noted, but for those that follow from operations and other tables, that are only of
-- the moment, or that the archive is made of. A server with an archive calls this at each start.
create function note_decisions() returns void language plpgsql as $$
declare
    name text;
begin
    for name in
        select c.relname from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
        where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
          and c.relname !~ '_fact$'
          and c.relname not in (
              'operation_log', 'record', 'bucket', 'open_conflict', 'open_return', 'person_to_match', 'person_key',
              'stream_cursor', 'stream_pull', 'audit', 'audit_chain', 'reminder_told', 'reminder_sweep', 'web_session',
              'decision', 'replayed_decision', 'durable_stream')
          and not exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'note_decision')
    loop
        execute format('create trigger note_decision after insert or delete or update %s on %I
                        for each row execute function note_decision(%s)',
            case name when 'stream' then 'of state, device_name, public_key, worker_id, family_id'
                      when 'organisation' then 'of name, zone' else '' end,
            name,
            case name when 'stream' then '''last_op_seq'', ''last_hash'', ''skew_millis'''
                      when 'organisation' then '''epoch''' else '' end);
    end loop;
end $$;
alter table organisation alter column epoch set default replace(gen_random_uuid()::text, '-', '');
