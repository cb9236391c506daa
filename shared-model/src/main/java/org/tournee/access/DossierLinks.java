package org.tournee.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.WorkerId;

/** Finds how a worker is linked to a dossier. Rules: R-SHARE, R-REF. */
public final class DossierLinks {

    private DossierLinks() {}

    /**
     * The links by referent terms; whoever calls adds {@link Link#TEAM}, {@link Link#HEAD} and {@link Link#AUTHOR}.
     *
     * @param today the day of the organisation
     * @param formerMonths for how long a former referent still sees the dossier
     */
    public static Set<Link> of(
            WorkerId worker, Collection<ReferentTerm.Term> terms, LocalDate today, int formerMonths) {
        Set<Link> links = EnumSet.noneOf(Link.class);
        for (ReferentTerm.Term term : terms) {
            if (term.worker().equals(worker)) {
                add(links, term, today, formerMonths);
            }
        }
        if (links.contains(Link.REFERENT)) {
            links.remove(Link.FORMER_REFERENT);
        }
        return links;
    }

    /**
     * The terms by which a dossier has its head: lasting ones that run; where nobody answers for it any more, those that
     * ended last, so that whoever heads them may begin it again or name somebody. A term that never ran is none.
     *
     * @param terms all of one dossier
     */
    public static List<ReferentTerm.Term> lastAnswering(Collection<ReferentTerm.Term> terms, LocalDate today) {
        List<ReferentTerm.Term> begun = terms.stream()
                .filter(term -> term.role() != ReferentRole.REPLACEMENT)
                .filter(term -> !today.isBefore(term.from()) && term.runsOn(term.from()))
                .toList();
        List<ReferentTerm.Term> running =
                begun.stream().filter(term -> term.runsOn(today)).toList();
        if (!running.isEmpty()) {
            return running;
        }
        Optional<LocalDate> last =
                begun.stream().flatMap(term -> Stream.ofNullable(term.until())).max(Comparator.naturalOrder());
        return begun.stream()
                .filter(term -> last.filter(day -> day.equals(term.until())).isPresent())
                .toList();
    }

    private static void add(Set<Link> links, ReferentTerm.Term term, LocalDate today, int formerMonths) {
        if (term.runsOn(today)) {
            links.add(
                    switch (term.role()) {
                        case REFERENT -> Link.REFERENT;
                        case ADMIN_REFERENT -> Link.ADMIN_REFERENT;
                        case REPLACEMENT -> Link.REPLACEMENT;
                    });
        } else if (endedLately(term, today, formerMonths)) {
            links.add(Link.FORMER_REFERENT);
        }
    }

    /** A replacement's view ends with the absence. */
    private static boolean endedLately(ReferentTerm.Term term, LocalDate today, int formerMonths) {
        LocalDate until = term.until();
        return switch (term.role()) {
            case REFERENT, ADMIN_REFERENT ->
                until != null && !today.isBefore(until) && today.isBefore(until.plusMonths(formerMonths));
            case REPLACEMENT -> false;
        };
    }
}
