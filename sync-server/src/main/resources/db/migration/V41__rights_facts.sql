-- What figures count of rendez-vous des droits and of reviews: which right was looked at when, what became of it, and when
-- a bilan was concluded. Rules: R-IND, R-RDD, R-SEG-7. Decision: docs/decisions/0068. No words: ids of the catalogue, codes, days.

create table checkup_fact (
    org_id uuid not null, dossier_id uuid not null, record_id uuid not null,
    origin text not null,                        -- who took the first step
    started_at timestamptz not null,
    primary key (org_id, dossier_id, record_id)
);
create index checkup_fact_of_time on checkup_fact (org_id, started_at);

create table right_fact (
    org_id uuid not null, dossier_id uuid not null, record_id uuid not null,
    checkup_id uuid,                             -- null for what was kept before this table was
    right_id text not null,
    state text,                                  -- what the sweep found; null for what was kept before this table was
    outcome text,                                -- null while nobody knows what became of it
    ended_on date,
    primary key (org_id, dossier_id, record_id)
);
create index right_fact_of_checkup on right_fact (org_id, checkup_id);
create index right_fact_of_day on right_fact (org_id, ended_on) where ended_on is not null;

insert into right_fact (org_id, dossier_id, record_id, right_id, outcome, ended_on)
select org_id, dossier_id, record_id, code, 'OPENED', day from told_fact where kind = 'RIGHT_OPENED';
delete from told_fact where kind = 'RIGHT_OPENED';
