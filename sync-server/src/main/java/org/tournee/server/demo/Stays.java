package org.tournee.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.segment.Stay.Allocation;
import org.tournee.segment.Stay.Span;

/**
 * The way of a dossier through the segments, up to today. Of those open about 10 % are in A, 50 % in B, 40 % in C, and a
 * few in intake. Source: 001 §6.
 */
final class Stays {

    private static final int DAYS_OF_A_MONTH = 30;

    private Stays() {}

    /** The stays, the oldest first; the last one runs. Some are near their limit or a little past it. */
    static List<Stay> upTo(LocalDate today, WorkerId referent, Dice dice) {
        Segment now = dice.weighted(List.of(Segment.values()), 3, 3, 9, 47, 38);
        List<Stay> backwards = new ArrayList<>();
        LocalDate entered = today.minusDays(dice.between(0, limitDays(now) + DAYS_OF_A_MONTH / 2));
        backwards.add(new Stay(new Span(now, entered, null), allocation(now, entered, referent, today, dice)));
        for (Segment before = before(now, dice); before != null; before = before(before, dice)) {
            LocalDate left = entered;
            entered = left.minusDays(dice.between(lengthDays(before) / 3, lengthDays(before)));
            backwards.add(new Stay(new Span(before, entered, left), allocation(before, entered, referent, left, dice)));
        }
        return backwards.reversed();
    }

    /** How many days lie between two contacts on average: about the norm, a little more than the minimum. */
    static int daysBetweenContacts(Segment segment) {
        return switch (segment) {
            case INTAKE_1 -> 30;
            case INTAKE_2 -> 21;
            case A -> 33;
            case B -> 92;
            case C -> 190;
        };
    }

    private static int limitDays(Segment segment) {
        return switch (segment) {
            case INTAKE_1 -> 3 * DAYS_OF_A_MONTH;
            case INTAKE_2, A -> 6 * DAYS_OF_A_MONTH;
            case B -> 24 * DAYS_OF_A_MONTH;
            case C -> 36 * DAYS_OF_A_MONTH;
        };
    }

    private static int lengthDays(Segment segment) {
        return segment == Segment.B ? 18 * DAYS_OF_A_MONTH : limitDays(segment);
    }

    private static @Nullable Segment before(Segment segment, Dice dice) {
        return switch (segment) {
            case INTAKE_1 -> null;
            case INTAKE_2 -> dice.chance(80) ? Segment.INTAKE_1 : null;
            case A -> Segment.INTAKE_2;
            case B -> dice.chance(40) ? Segment.A : Segment.INTAKE_2;
            case C -> dice.chance(60) ? Segment.B : Segment.INTAKE_2;
        };
    }

    /** The definitive decision comes within three months, but for a few that are late. Rule: R-SEG-5. */
    private static @Nullable Allocation allocation(
            Segment segment, LocalDate entered, WorkerId referent, LocalDate until, Dice dice) {
        LocalDate decidedOn = entered.plusDays(dice.between(5, 85));
        boolean decided = segment.isAdvice() && decidedOn.isBefore(until) && !dice.chance(2);
        return decided ? new Allocation(decidedOn, referent) : null;
    }
}
