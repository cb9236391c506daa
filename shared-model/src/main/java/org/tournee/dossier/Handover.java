package org.tournee.dossier;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;

/**
 * Somebody else is to answer for a dossier: the next referent, the next administrative one, or a replacement for an
 * absence. Rule: R-REF. Source: 002 §4.1; 004 §2.2.1; 000 §2.2.5.
 *
 * @param from the first day on which they do
 * @param until the first day on which they no longer do: a replacement has one, a referent has none
 * @param note what they must know to take over at once, and what the person wished; null for none
 */
public record Handover(
        WorkerId worker,
        ReferentRole role,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String note) {

    /** The most characters of a note. */
    public static final int LONGEST_NOTE = 10_000;

    private static final Set<Role> ACCOMPANY = Set.of(Role.SOCIAL_WORKER, Role.INTAKE_WORKER, Role.TEAM_HEAD);

    /** Why not. */
    public enum Refusal {
        /** A referent accompanies households; an administrative one is an admin assistant. */
        NOT_FOR_ROLE,
        /** They answer for it in that quality on that day already. */
        ANSWERS_ALREADY,
        /** Nobody stands in for themselves. */
        REPLACES_THEMSELVES,
        /** There is no referent to stand in for. */
        NOBODY_TO_REPLACE,
        /** What was answered for yesterday stays as it was. */
        IN_THE_PAST,
        /** An absence ends, after it begins. */
        END_MISSING,
        /** Only a replacement has an end: a referent is followed by the next. */
        END_TOO_MUCH,
        NOTE_TOO_LONG
    }

    /**
     * Whether it may be written.
     *
     * @param terms all of the dossier, of whichever quality
     * @param roles of the worker who is to take over
     * @param today the day of the organisation
     * @return the first reason against it; empty where there is none
     */
    public Optional<Refusal> refusal(Collection<ReferentTerm.Term> terms, Set<Role> roles, LocalDate today) {
        if (!suits(role, roles)) {
            return Optional.of(Refusal.NOT_FOR_ROLE);
        }
        if (from.isBefore(today)) {
            return Optional.of(Refusal.IN_THE_PAST);
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            return Optional.of(Refusal.NOTE_TOO_LONG);
        }
        if (terms.stream().anyMatch(this::repeats)) {
            return Optional.of(Refusal.ANSWERS_ALREADY);
        }
        return role == ReferentRole.REPLACEMENT ? replacement(terms) : lasting();
    }

    /**
     * Whether a term ends on the day on which this one begins: one of the same quality that would go on.
     *
     * <p>A replacement ends nothing, and ends by its own date.
     */
    public boolean ends(ReferentTerm.Term term) {
        LocalDate end = term.until();
        return role != ReferentRole.REPLACEMENT && term.role() == role && (end == null || end.isAfter(from));
    }

    /** Whether somebody answers for the dossier like this already on the day on which it would begin. */
    public boolean repeats(ReferentTerm.Term term) {
        return term.role() == role && term.worker().equals(worker) && term.runsOn(from);
    }

    /** The term that begins. */
    public ReferentTerm.Term term() {
        return new ReferentTerm.Term(worker, role, from, until);
    }

    /** Whether somebody with those roles may answer in that quality. */
    public static boolean suits(ReferentRole role, Set<Role> roles) {
        return role == ReferentRole.ADMIN_REFERENT
                ? roles.contains(Role.ADMIN_ASSISTANT)
                : roles.stream().anyMatch(ACCOMPANY::contains);
    }

    private Optional<Refusal> lasting() {
        return until == null ? Optional.empty() : Optional.of(Refusal.END_TOO_MUCH);
    }

    private Optional<Refusal> replacement(Collection<ReferentTerm.Term> terms) {
        if (until == null || !until.isAfter(from)) {
            return Optional.of(Refusal.END_MISSING);
        }
        List<ReferentTerm.Term> referents = terms.stream()
                .filter(term -> term.role() == ReferentRole.REFERENT && term.runsOn(from))
                .toList();
        if (referents.isEmpty()) {
            return Optional.of(Refusal.NOBODY_TO_REPLACE);
        }
        boolean themselves = referents.stream().anyMatch(term -> term.worker().equals(worker));
        return themselves ? Optional.of(Refusal.REPLACES_THEMSELVES) : Optional.empty();
    }
}
