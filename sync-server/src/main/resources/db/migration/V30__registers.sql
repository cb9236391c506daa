-- What is asked of the registers at every page, and what outlived its purpose. Rules: R-PER, R-COL, R-GDPR.

-- Where somebody works is where their team works: no copy of it that a team leaves behind when it moves.
alter table worker drop column site_id;

-- Counted beside every page's menu: sheets that nobody took over.
create index liaison_fact_of_team on liaison_fact (org_id, team_id) where taken_on is null;
create index liaison_fact_of_worker on liaison_fact (org_id, worker_id) where taken_on is null;

create index desk_day_fact_of_day on desk_day_fact (org_id, day);
create index collective_session_fact_of_day on collective_session_fact (org_id, day);

-- Nobody reads how long a session was: it is in the register, as long as that is kept.
alter table collective_session_fact drop column minutes;

-- A sheet's fact finds the sheet: it counts nothing, and goes with its register.
create or replace function forget_dossier(organisation uuid, dossier uuid) returns void language plpgsql as $$
declare
    name text;
begin
    for name in
        select c.relname from pg_class c
        join pg_attribute o on o.attrelid = c.oid and o.attname = 'org_id' and not o.attisdropped
        join pg_attribute d on d.attrelid = c.oid and d.attname = 'dossier_id' and not d.attisdropped
        where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
          and c.relname not in ('record', 'operation_log', 'audit', 'erased_dossier')
        order by c.relname
    loop
        execute format('delete from %I where org_id = $1 and dossier_id = $2', name) using organisation, dossier;
    end loop;
    delete from redirect t using dossier_merge m where t.org_id = organisation and m.org_id = t.org_id
        and m.merge_id = t.merge_id and dossier in (m.kept_id, m.merged_id);
    delete from merged_record t using dossier_merge m where t.org_id = organisation and m.org_id = t.org_id
        and m.merge_id = t.merge_id and dossier in (m.kept_id, m.merged_id);
    delete from dossier_merge where org_id = organisation and dossier in (kept_id, merged_id);
    delete from child_fact f using record r where r.org_id = organisation and r.dossier_id = dossier
        and f.org_id = r.org_id and (f.record_id = r.record_id or f.parent_id = r.record_id);
    delete from duplicate where org_id = organisation and (one_dossier = dossier or other_dossier = dossier);
    delete from departure_fact where org_id = organisation and bucket_id like 'd/' || dossier || '/%';
    delete from liaison_fact where org_id = organisation and register_id = dossier;
end $$;

delete from liaison_fact f using erased_dossier e where e.org_id = f.org_id and e.dossier_id = f.register_id;
