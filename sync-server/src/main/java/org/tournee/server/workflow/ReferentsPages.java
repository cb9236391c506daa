package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.dossier.Handover;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.Role;
import org.tournee.profile.Wording;
import org.tournee.server.access.WebSession;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.page.Section;
import org.tournee.server.page.Shell;
import org.tournee.server.store.RoleCodes;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;

/** Makes the page of who answers for a dossier. Rules: R-REF, R-SHARE. */
@Singleton
class ReferentsPages {

    private final Database database;
    private final WorkerNames workers;
    private final Frames frames;

    private record Worker(ReferentsPage.Choice choice, Set<Role> roles) {}

    ReferentsPages(Database database, WorkerNames workers, Frames frames) {
        this.database = database;
        this.workers = workers;
        this.frames = frames;
    }

    ReferentsPage of(WebSession session, SegmentReader.Seen seen) {
        DossierContents contents = seen.contents();
        WorkerNames.Names names = workers.of(session.organisation());
        Shell shell = frames.of(session, "Qui suit ce dossier", Section.DOSSIERS);
        boolean head = seen.standing().may(Act.DECIDE, Subject.dossier(), null);
        List<ReferentsPage.TermLine> now = new ArrayList<>();
        List<ReferentsPage.TermLine> before = new ArrayList<>();
        contents.referentTerms().stream()
                .sorted(Comparator.comparing((Entry<ReferentTerm> entry) ->
                                entry.value().term().from())
                        .reversed())
                .forEach(entry -> {
                    LocalDate until = entry.value().term().until();
                    boolean over = until != null && !until.isAfter(seen.today());
                    (over ? before : now).add(line(entry, names, shell.wording(), head && !over));
                });
        return new ReferentsPage(
                shell,
                "/dossiers/" + contents.id(),
                contents.dossier().value().household().name(),
                now,
                before,
                head ? forms(session, shell.wording(), seen.today()) : List.of(),
                ReferentsPage.Written.NOTHING,
                "");
    }

    private static ReferentsPage.TermLine line(
            Entry<ReferentTerm> entry, WorkerNames.Names names, Wording wording, boolean mayEnd) {
        ReferentTerm.Term term = entry.value().term();
        ReferentTerm.Note note = entry.value().handover();
        String until = term.until() == null
                ? ""
                : ", jusqu’au " + Words.day(term.until().minusDays(1));
        return new ReferentsPage.TermLine(
                Words.of(term.role(), wording),
                names.of(term.worker()),
                "Depuis le " + Words.day(term.from()) + until,
                note == null ? "" : note.text(),
                mayEnd && term.role() == ReferentRole.REPLACEMENT ? entry.id().toString() : "");
    }

    private List<ReferentsPage.Form> forms(WebSession session, Wording wording, LocalDate today) {
        List<Worker> all = choices(session, today);
        return List.of(
                form(
                        ReferentRole.REFERENT,
                        "Changer : " + Words.of(ReferentRole.REFERENT, wording).toLowerCase(Locale.FRENCH),
                        all),
                form(ReferentRole.ADMIN_REFERENT, "Changer de référent administratif", all),
                form(ReferentRole.REPLACEMENT, "Prévoir un remplacement", all));
    }

    private static ReferentsPage.Form form(ReferentRole role, String title, List<Worker> all) {
        List<ReferentsPage.Choice> choices = all.stream()
                .filter(worker -> Handover.suits(role, worker.roles()))
                .map(Worker::choice)
                .toList();
        return new ReferentsPage.Form(role.name(), title, role == ReferentRole.REPLACEMENT, choices, false);
    }

    /** Those who work here today, by name, each with their load of today. Rule: R-SEG-8. */
    private List<Worker> choices(WebSession session, LocalDate today) {
        return database.read(connection -> Sql.all(
                connection,
                """
                select w.worker_id, w.name, w.roles,
                       (select count(distinct r.dossier_id) from referent_fact r
                        where r.org_id = w.org_id and r.worker_id = w.worker_id and r.role <> 'REPLACEMENT'
                          and r.from_day <= ? and (r.until_day is null or r.until_day > ?)) as load
                from worker w where w.org_id = ? and w.active order by w.name, w.worker_id""",
                row -> new Worker(
                        new ReferentsPage.Choice(
                                row.getObject("worker_id", UUID.class).toString(),
                                row.getString("name"),
                                row.getLong("load")),
                        RoleCodes.read(row.getString("roles"))),
                today,
                today,
                session.organisation()));
    }
}
