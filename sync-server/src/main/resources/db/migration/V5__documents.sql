-- The bytes of documents, on their way and held; what describes a document is a record like any other. The pieces lie in
-- the document store, sealed under the key of the dossier. Decision: docs/decisions/0013. Rule: R-DOC.

create table document_upload (
    org_id         uuid not null,
    document_id    uuid not null,            -- the record that describes it, which may arrive later
    dossier_id     uuid not null,            -- under whose key the pieces are sealed
    worker_id      uuid not null,            -- who sends it
    size_bytes     bigint not null check (size_bytes > 0),
    sha256         text not null,
    received_bytes bigint not null default 0 check (received_bytes between 0 and size_bytes),
    -- ARRIVING; WHOLE: hashed, and its description is not here yet; HELD: hashed, and its description says so
    state          text not null default 'ARRIVING' check (state in ('ARRIVING', 'WHOLE', 'HELD')),
    touched_at     timestamptz not null,
    primary key (org_id, document_id)
);
create index document_upload_unfinished on document_upload (touched_at) where state <> 'HELD';

create table document_piece (
    org_id      uuid not null,
    document_id uuid not null,
    from_byte   bigint not null,
    size_bytes  integer not null check (size_bytes > 0),
    primary key (org_id, document_id, from_byte),
    foreign key (org_id, document_id) references document_upload (org_id, document_id) on delete cascade
);
