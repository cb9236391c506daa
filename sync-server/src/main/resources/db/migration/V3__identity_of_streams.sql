-- Streams that succeed each other, and the push-only door. Decision: docs/decisions/0011.

-- The first stream of a line of succession: all streams that grew out of one file share it. Null: never succeeded.
alter table stream add column family_id uuid;
create index stream_of_family on stream (org_id, family_id) where family_id is not null;

-- The keys to which phones seal what they save, so that it can be delivered without a PIN. The newest is handed out,
-- every one of them opens. The private key is wrapped by the master key.
create table door_key (
    org_id     uuid not null,
    public_key bytea not null,
    wrapped    bytea not null,
    made_at    timestamptz not null,
    primary key (org_id, public_key)
);

-- What came through the push-only door and could not be applied: as it was sealed on the phone.
create table quarantine (
    org_id      uuid not null,
    stream_id   uuid not null,
    first_seq   bigint not null,
    last_seq    bigint not null,
    hash        text not null,               -- SHA-256 of the sealed bytes
    reason      text not null check (reason in ('REVOKED', 'FORKED', 'UNREADABLE')),
    public_key  text not null,               -- the door key that it is sealed to, in base64
    sealed      bytea not null,
    received_at timestamptz not null,
    primary key (org_id, stream_id, first_seq, hash)
);
