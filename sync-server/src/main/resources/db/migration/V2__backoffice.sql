-- What sign-in and the back office need besides the core. Decision: docs/decisions/0007.

-- Failed sign-ins by a keyed hash of what was typed as login: an unknown login is slowed down just like a known one,
-- so that nobody learns which logins exist. No organisation is known before somebody has signed in.
create table sign_in_throttle (
    login_mac      text primary key,
    failed         integer not null,
    locked_until   timestamptz,
    last_failed_at timestamptz not null
);
alter table worker drop column failed_sign_ins, drop column locked_until;

-- Which token a refresh token was exchanged for; a parent's successor is the one of its children that was used.
alter table refresh_token add column parent text;
create index refresh_token_of_stream on refresh_token (org_id, stream_id);

-- A browser's session: on the server, so that signing out and deactivating a worker end it at once.
create table web_session (
    org_id       uuid not null,
    session_hash text not null,
    worker_id    uuid not null,
    started_at   timestamptz not null,
    seen_at      timestamptz not null,
    primary key (org_id, session_hash)
);
create unique index web_session_hash on web_session (session_hash);

-- On which day of the organisation each dossier was last looked through for what is due: a sweep goes on where it
-- stopped, whichever instance runs it.
create table reminder_sweep (
    org_id uuid not null, dossier_id uuid not null, swept_on date not null,
    primary key (org_id, dossier_id)
);
create index reminder_told_open on reminder_told (org_id, dossier_id) where ended_at is null;
