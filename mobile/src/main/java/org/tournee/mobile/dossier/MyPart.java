package org.tournee.mobile.dossier;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tournee.access.DossierLinks;
import org.tournee.access.Link;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.mobile.app.Phone;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.reception.RegisterContents;

/** What the phone's worker is to a dossier, as far as the phone can tell. Rules: R-SHARE, R-REF. */
public final class MyPart {

    private MyPart() {}

    public static Set<Role> roles(Phone phone) {
        return me(phone)
                .<Set<Role>>map(worker -> new HashSet<>(worker.profile().roles()))
                .orElseGet(() -> EnumSet.noneOf(Role.class));
    }

    /** The links to the dossier as a whole. */
    public static Set<Link> linksTo(DossierContents contents, Phone phone) {
        List<ReferentTerm.Term> terms = contents.referentTerms().stream()
                .map(entry -> entry.value().term())
                .toList();
        Set<Link> links = EnumSet.noneOf(Link.class);
        int formerMonths = phone.store()
                .profile()
                .on(phone.today())
                .reminders()
                .formerReferentView()
                .value();
        links.addAll(DossierLinks.of(phone.store().worker(), terms, phone.today(), formerMonths));
        if (sameTeam(contents, phone)) {
            links.add(Link.TEAM);
            if (roles(phone).contains(Role.TEAM_HEAD)) {
                links.add(Link.HEAD);
            }
        }
        return links;
    }

    /** The links to that record of the dossier. */
    public static Set<Link> linksTo(DossierContents contents, Entry<?> entry, Phone phone) {
        Set<Link> links = linksTo(contents, phone);
        if (phone.store().worker().equals(entry.author())) {
            links.add(Link.AUTHOR);
        }
        return links;
    }

    /** Whether the referent of today is of this worker's team. */
    private static boolean sameTeam(DossierContents contents, Phone phone) {
        Optional<TeamId> mine = me(phone).map(worker -> worker.profile().team());
        Optional<TeamId> theirs = contents.answerableOn(phone.today(), ReferentRole.REFERENT)
                .flatMap(phone.store()::worker)
                .map(worker -> worker.profile().team());
        return mine.isPresent() && mine.equals(theirs);
    }

    private static Optional<Worker> me(Phone phone) {
        WorkerId worker = phone.store().worker();
        return phone.store().worker(worker);
    }

    /** Every record of the dossier that a phone may write to. */
    public static Stream<Entry<?>> records(DossierContents contents) {
        return Stream.of(
                        List.of(contents.dossier()),
                        contents.persons(),
                        contents.contacts(),
                        contents.bilanItems(),
                        contents.goals(),
                        contents.actionItems(),
                        contents.conclusions(),
                        contents.rightsCheckups(),
                        contents.rightChecks(),
                        contents.requests(),
                        contents.mandates(),
                        contents.appointments(),
                        contents.agreements(),
                        contents.referrals(),
                        contents.questions(),
                        contents.visits(),
                        contents.safetyNotes(),
                        contents.oppositions(),
                        contents.professionalBilans(),
                        contents.documents())
                .flatMap(List::stream);
    }

    /** The same of a register of desks. Rule: R-PER. */
    public static Stream<Entry<?>> records(RegisterContents register) {
        return Stream.of(
                        register.days(),
                        register.walkIns(),
                        register.liaisons(),
                        register.actions(),
                        register.sessions())
                .flatMap(List::stream);
    }
}
