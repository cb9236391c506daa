package org.tournee.segment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.SegmentDuties;
import org.tournee.profile.SegmentSheet;

/**
 * How a referent's open dossiers spread over the segments: shown, never blocking. Rule: R-SEG-8. Source: 001 §6.
 *
 * @param leastA how many A dossiers the guide share comes to, rounded down
 * @param mostC how many C dossiers the guide share comes to, rounded up
 */
public record Portfolio(int inA, int inB, int inC, int leastA, int mostC, Set<Flag> flags) {

    private static final int WHOLE_PERCENT = 100;

    public Portfolio {
        flags = Set.copyOf(flags);
    }

    /** Said of a portfolio that is large enough. */
    public enum Flag {
        FEW_IN_A,
        MANY_IN_C
    }

    /**
     * The portfolio of one referent.
     *
     * @param segments of the referent's open dossiers; intake ones are left out
     * @param today the day whose guide values hold
     */
    public static Portfolio of(Collection<Segment> segments, LocalDate today, OrganisationProfile profile) {
        int inA = count(segments, Segment.A);
        int inB = count(segments, Segment.B);
        int inC = count(segments, Segment.C);
        int total = inA + inB + inC;
        int leastA = profile.sheet(Segment.A)
                .flatMap(sheet -> sheet.normOn(today))
                .map(SegmentSheet.Norm::leastShare)
                .map(share -> total * share.value() / WHOLE_PERCENT)
                .orElse(0);
        int mostC = profile.sheet(Segment.C)
                .flatMap(sheet -> sheet.normOn(today))
                .map(SegmentSheet.Norm::mostShare)
                .map(share -> (total * share.value() + WHOLE_PERCENT - 1) / WHOLE_PERCENT)
                .orElse(total);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (total >= silentBelow(today, profile)) {
            if (inA < leastA) {
                flags.add(Flag.FEW_IN_A);
            }
            if (inC > mostC) {
                flags.add(Flag.MANY_IN_C);
            }
        }
        return new Portfolio(inA, inB, inC, leastA, mostC, flags);
    }

    /** All A, B and C dossiers. */
    public int total() {
        return inA + inB + inC;
    }

    /** The share of a segment in whole percent, rounded half up; 0 of an empty portfolio and of intake. */
    public int percent(Segment segment) {
        int part = switch (segment) {
            case A -> inA;
            case B -> inB;
            case C -> inC;
            case INTAKE_1, INTAKE_2 -> 0;
        };
        return total() == 0 ? 0 : (2 * part * WHOLE_PERCENT + total()) / (2 * total());
    }

    private static int silentBelow(LocalDate today, OrganisationProfile profile) {
        SegmentDuties duties = profile.on(today).segmentDuties();
        return duties == null
                ? Integer.MAX_VALUE
                : duties.portfolioSilentBelow().value();
    }

    private static int count(Collection<Segment> segments, Segment wanted) {
        int count = 0;
        for (Segment segment : segments) {
            if (segment == wanted) {
                count++;
            }
        }
        return count;
    }
}
