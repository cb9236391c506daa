package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.dossier.Handover;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.dossier.ReferentWish;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.Wording;
import org.tournee.server.access.WebSession;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.page.Section;
import org.tournee.server.page.Shell;
import org.tournee.server.store.RoleCodes;
import org.tournee.server.web.Frames;
import org.tournee.server.web.WishLine;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

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
        List<Worker> all = choices(session, seen.today());
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
                WishLine.of(contents, names).orElse(""),
                mayWish(seen) ? wishForm(all, seen) : null,
                head ? forms(all, wished(contents), shell.wording()) : List.of(),
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

    private static boolean mayWish(SegmentReader.Seen seen) {
        return seen.standing()
                .may(
                        Act.CHANGE,
                        Subject.record(RecordKind.DOSSIER, Audience.SERVICE),
                        seen.contents().dossier().author());
    }

    private static WishForm wishForm(List<Worker> all, SegmentReader.Seen seen) {
        return WishForm.of(
                seen.contents().dossier(),
                suiting(ReferentRole.REFERENT, all),
                seen.contents().household().stream()
                        .map(entry -> new WishForm.Person(
                                entry.id().toString(), entry.value().identity().fullName()))
                        .toList(),
                seen.today());
    }

    /** The id of whom the person wishes for; empty where they wish for nobody by name. */
    private static String wished(DossierContents contents) {
        ReferentWish wish = contents.dossier().value().wish();
        return wish == null ? "" : wish.named().map(WorkerId::toString).orElse("");
    }

    private static List<ReferentsPage.Form> forms(List<Worker> all, String wished, Wording wording) {
        return List.of(
                form(
                        ReferentRole.REFERENT,
                        "Changer : " + Words.of(ReferentRole.REFERENT, wording).toLowerCase(Locale.FRENCH),
                        wishedFirst(suiting(ReferentRole.REFERENT, all), wished)),
                form(
                        ReferentRole.ADMIN_REFERENT,
                        "Changer de référent administratif",
                        suiting(ReferentRole.ADMIN_REFERENT, all)),
                form(
                        ReferentRole.REPLACEMENT,
                        "Prévoir un remplacement",
                        wishedFirst(suiting(ReferentRole.REPLACEMENT, all), wished)));
    }

    /** Proposed first, and marked; the head decides. Rule: R-REF. Source: 004 §2.2.1. */
    private static List<ReferentsPage.Choice> wishedFirst(List<ReferentsPage.Choice> choices, String wished) {
        Stream<ReferentsPage.Choice> first =
                choices.stream().filter(choice -> choice.id().equals(wished)).map(ReferentsPage.Choice::wishedFor);
        Stream<ReferentsPage.Choice> others =
                choices.stream().filter(choice -> !choice.id().equals(wished));
        return Stream.concat(first, others).toList();
    }

    private static List<ReferentsPage.Choice> suiting(ReferentRole role, List<Worker> all) {
        return all.stream()
                .filter(worker -> Handover.suits(role, worker.roles()))
                .map(Worker::choice)
                .toList();
    }

    private static ReferentsPage.Form form(ReferentRole role, String title, List<ReferentsPage.Choice> choices) {
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
                                row.getLong("load"),
                                false),
                        RoleCodes.read(row.getString("roles"))),
                today,
                today,
                session.organisation()));
    }
}
