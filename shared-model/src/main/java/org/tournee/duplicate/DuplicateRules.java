package org.tournee.duplicate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.duplicate.Likeness.Grade;

/**
 * Finds the same person recorded twice: the same function for the search before somebody is created on the phone and for
 * the matching on the server. Symmetric. Rule: R-DUP.
 *
 * <p>Two birth dates that differ keep namesakes apart, such as a father and his son; twins differ in their given names.
 */
public final class DuplicateRules {

    private DuplicateRules() {}

    /** Somebody recorded who may be the one who was looked for. */
    public record Found<T>(T id, Likeness likeness) {}

    /** Whether both may be one person, and why. */
    public static Optional<Likeness> compare(PersonSketch one, PersonSketch other) {
        Births births = births(one.birthDate(), other.birthDate());
        boolean samePhone = one.phone() != null && one.phone().equals(other.phone());
        Optional<Evidence> names = NameEvidence.between(one, other).or(() -> otherFamilyName(one, other, births));
        return names.flatMap(evidence ->
                grade(evidence, births, samePhone).map(grade -> likeness(grade, evidence, births, samePhone)));
    }

    /** Whom of those somebody may be: the likeliest first, then those with most evidence. */
    public static <T> List<Found<T>> find(PersonSketch sought, Map<T, PersonSketch> recorded) {
        Comparator<Found<T>> likeliest =
                Comparator.comparing(found -> found.likeness().grade());
        Comparator<Found<T>> mostEvidence =
                Comparator.comparingInt(found -> -found.likeness().evidence().size());
        return recorded.entrySet().stream()
                .flatMap(entry ->
                        compare(sought, entry.getValue())
                                .map(likeness -> new Found<>(entry.getKey(), likeness))
                                .stream())
                .sorted(likeliest.thenComparing(mostEvidence))
                .toList();
    }

    private enum Births {
        SAME,
        NEAR,
        UNKNOWN,
        OTHER
    }

    private static Births births(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return Births.UNKNOWN;
        }
        if (one.equals(other)) {
            return Births.SAME;
        }
        return isExchanged(one, other) || isOneDigitOff(one, other) ? Births.NEAR : Births.OTHER;
    }

    private static boolean isExchanged(LocalDate one, LocalDate other) {
        return one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
    }

    private static boolean isOneDigitOff(LocalDate one, LocalDate other) {
        String left = one.toString();
        String right = other.toString();
        int differing = 0;
        for (int i = 0; i < Math.min(left.length(), right.length()); i++) {
            differing += left.charAt(i) == right.charAt(i) ? 0 : 1;
        }
        return left.length() == right.length() && differing == 1;
    }

    private static Optional<Evidence> otherFamilyName(PersonSketch one, PersonSketch other, Births births) {
        boolean alike =
                births == Births.SAME && !one.given().isEmpty() && one.given().equals(other.given());
        return alike ? Optional.of(Evidence.OTHER_FAMILY_NAME) : Optional.empty();
    }

    private static Optional<Grade> grade(Evidence names, Births births, boolean samePhone) {
        return switch (names) {
            case SAME_NAMES, SWAPPED_NAMES ->
                switch (births) {
                    case SAME, NEAR -> Optional.of(Grade.PROBABLE);
                    case UNKNOWN -> Optional.of(samePhone ? Grade.PROBABLE : Grade.POSSIBLE);
                    case OTHER -> possibleIf(samePhone && names == Evidence.SWAPPED_NAMES);
                };
            case MISSPELT_NAME, PART_OF_NAME, INITIAL_ONLY ->
                switch (births) {
                    case SAME -> Optional.of(Grade.PROBABLE);
                    case NEAR -> Optional.of(Grade.POSSIBLE);
                    case UNKNOWN -> possibleIf(samePhone);
                    case OTHER -> Optional.empty();
                };
            default -> Optional.of(samePhone ? Grade.PROBABLE : Grade.POSSIBLE);
        };
    }

    private static Optional<Grade> possibleIf(boolean condition) {
        return condition ? Optional.of(Grade.POSSIBLE) : Optional.empty();
    }

    private static Likeness likeness(Grade grade, Evidence names, Births births, boolean samePhone) {
        Set<Evidence> evidence = EnumSet.of(names);
        if (births == Births.SAME) {
            evidence.add(Evidence.SAME_BIRTH_DATE);
        } else if (births == Births.NEAR) {
            evidence.add(Evidence.NEAR_BIRTH_DATE);
        }
        if (samePhone) {
            evidence.add(Evidence.SAME_PHONE);
        }
        return new Likeness(grade, evidence);
    }
}
