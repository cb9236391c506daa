package org.tournee.workload;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.Territory.Arrangement;
import org.tournee.organisation.WorkerId;

/**
 * To whom a new dossier is offered, with the reason that is shown; people may decide otherwise. Rule: R-ORG. Source: 002
 * §4.2.
 */
public record Offer(WorkerId worker, Reason reason) {

    private static final Comparator<Workload> LEAST_LOADED_FIRST = Comparator.comparingInt(Workload::perFullTime)
            .thenComparingInt(Workload::dossiers)
            .thenComparing(load -> load.worker().toString());

    public Offer {
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(reason, "reason");
    }

    /** Why them. */
    public sealed interface Reason {

        /** The person wishes for them, and they may take it. Rule: R-REF */
        record Wished() implements Reason {}

        /** The commune has one referent, whatever they carry. */
        record OwnReferent(Arrangement arrangement) implements Reason {}

        /**
         * Nobody of the team carries less for their time.
         *
         * @param next whoever comes next; null where the team is one person
         */
        record LeastLoaded(Workload load, @Nullable Workload next) implements Reason {}
    }

    /**
     * Whom the person wishes for comes first where they may take it; else as {@link #of(Arrangement, WorkerId, Collection)}
     * says. Rules: R-REF, R-ORG. Source: 004 §2.2.1.
     *
     * @param wished null where the person wishes for nobody by name
     */
    public static Optional<Offer> of(
            @Nullable WorkerId wished, Arrangement arrangement, @Nullable WorkerId own, Collection<Workload> team) {
        return team.stream()
                .map(Workload::worker)
                .filter(worker -> worker.equals(wished))
                .findFirst()
                .map(worker -> new Offer(worker, new Reason.Wished()))
                .or(() -> of(arrangement, own, team));
    }

    /**
     * A sectorised territory and a small commune keep their referent; elsewhere the least loaded of the team is offered
     * the dossier, among equals whoever has fewer dossiers, then the first by id.
     *
     * @param own the referent of the commune; null for a town that a team serves
     * @param team those who may take it
     * @return empty where nobody can
     */
    public static Optional<Offer> of(Arrangement arrangement, @Nullable WorkerId own, Collection<Workload> team) {
        if (own != null && arrangement != Arrangement.DESECTORISED) {
            return Optional.of(new Offer(own, new Reason.OwnReferent(arrangement)));
        }
        List<Workload> sorted = team.stream().sorted(LEAST_LOADED_FIRST).toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        Workload least = sorted.get(0);
        Workload next = sorted.size() > 1 ? sorted.get(1) : null;
        return Optional.of(new Offer(least.worker(), new Reason.LeastLoaded(least, next)));
    }
}
