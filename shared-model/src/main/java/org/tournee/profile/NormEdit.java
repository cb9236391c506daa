package org.tournee.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a segment, of a kind of mandate, or of a group of the organisation's, as they are to be from a day on. What
 * was in force before that day stays in the profile: the past is judged by the figure of its time. Rules: R-SEG-0, R-SEG-1,
 * R-SEG-4, R-MAN.
 *
 * @param from the first day on which they hold; null where none was typed
 * @param values those that are asked for; a figure that is missing is none. A value that is no whole number is
 *     {@link #NO_NUMBER}
 * @param source a text or a decision that says so: of those values that change
 */
public record NormEdit(NormTarget target, @Nullable LocalDate from, Map<NormFigure, Integer> values, String source) {

    /** Stands for what was typed and is no number: out of the bounds of every figure. */
    public static final int NO_NUMBER = -1;

    public static final int LONGEST_SOURCE = 200;

    /** Years ahead: what lies beyond is a slip. */
    public static final int MOST_YEARS_AHEAD = 10;

    /** Least, most and period belong together. */
    private static final Set<NormFigure> CONTACTS = Set.of(NormFigure.MINIMUM, NormFigure.MAXIMUM, NormFigure.PERIOD);

    /** The most of what there is a least of. */
    private static final Map<NormFigure, NormFigure> MOST_OF = Map.of(
            NormFigure.MINIMUM, NormFigure.MAXIMUM,
            NormFigure.LEAST_SHARE, NormFigure.MOST_SHARE,
            NormFigure.LEAST_REFERENT, NormFigure.MOST_REFERENT);

    public NormEdit {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(source, "source");
        values = Map.copyOf(values);
    }

    /** What keeps it from being published. */
    public enum Wrong {
        DAY_MISSING,
        /** A day that is over was judged by the norm that was in force on it. */
        DAY_PAST,
        DAY_FAR,
        OUT_OF_BOUNDS,
        /** Least, most and period of contacts belong together. */
        CONTACTS_INCOMPLETE,
        MOST_BELOW_LEAST,
        /** A figure without which its group is not whole. */
        FIGURE_MISSING,
        /** Notices go from the longest to the shortest. */
        NOTICES_UNORDERED,
        SOURCE_MISSING,
        SOURCE_TOO_LONG,
        NOTHING_CHANGES
    }

    /**
     * One figure that becomes another one.
     *
     * @param before null where there was none
     * @param after null where there will be none
     */
    public record Difference(
            NormFigure figure,
            @Nullable Integer before,
            @Nullable Integer after) {}

    /** Everything that is wrong with it; empty where it may be published. */
    public Set<Wrong> wrong(OrganisationProfile profile, LocalDate today) {
        Set<Wrong> wrong = EnumSet.noneOf(Wrong.class);
        add(wrong, from == null, Wrong.DAY_MISSING);
        add(wrong, from != null && from.isBefore(today), Wrong.DAY_PAST);
        add(wrong, from != null && from.isAfter(today.plusYears(MOST_YEARS_AHEAD)), Wrong.DAY_FAR);
        add(
                wrong,
                values.entrySet().stream().anyMatch(value -> !value.getKey().allows(value.getValue())),
                Wrong.OUT_OF_BOUNDS);
        add(wrong, target.figures(profile).stream().anyMatch(this::isMissing), Wrong.FIGURE_MISSING);
        add(wrong, contactsAreIncomplete(), Wrong.CONTACTS_INCOMPLETE);
        add(
                wrong,
                MOST_OF.entrySet().stream().anyMatch(pair -> isAbove(pair.getKey(), pair.getValue())),
                Wrong.MOST_BELOW_LEAST);
        add(wrong, noticesAreUnordered(), Wrong.NOTICES_UNORDERED);
        add(wrong, source.isBlank(), Wrong.SOURCE_MISSING);
        add(wrong, source.length() > LONGEST_SOURCE, Wrong.SOURCE_TOO_LONG);
        add(wrong, from != null && differences(profile).isEmpty(), Wrong.NOTHING_CHANGES);
        return wrong;
    }

    private boolean isMissing(NormFigure figure) {
        return !figure.isOptional() && !values.containsKey(figure);
    }

    private boolean contactsAreIncomplete() {
        long given = CONTACTS.stream().filter(values::containsKey).count();
        return given > 0 && given < CONTACTS.size();
    }

    private boolean noticesAreUnordered() {
        return isAbove(NormFigure.SECOND_NOTICE, NormFigure.FIRST_NOTICE)
                || isAbove(NormFigure.LAST_NOTICE, NormFigure.SECOND_NOTICE);
    }

    /** Whether both are given, and the one is more than the other. */
    private boolean isAbove(NormFigure one, NormFigure other) {
        Integer value = values.get(one);
        Integer bound = values.get(other);
        return value != null && bound != null && value > bound;
    }

    private static void add(Set<Wrong> wrong, boolean is, Wrong what) {
        if (is) {
            wrong.add(what);
        }
    }

    /** What becomes another figure on its day; empty while it has none. */
    public List<Difference> differences(OrganisationProfile profile) {
        if (from == null) {
            return List.of();
        }
        Map<NormFigure, Figure> before = target.inForce(profile, from);
        List<Difference> differences = new ArrayList<>();
        for (NormFigure figure : target.figures(profile)) {
            Figure was = before.get(figure);
            Integer value = was == null ? null : Integer.valueOf(was.value());
            if (!Objects.equals(value, values.get(figure))) {
                differences.add(new Difference(figure, value, values.get(figure)));
            }
        }
        return List.copyOf(differences);
    }

    /**
     * The profile with them: the next version. A norm that was planned for the same day and never in force gives way.
     *
     * @throws IllegalStateException where something is wrong with it that {@link #wrong} tells
     */
    public OrganisationProfile applied(OrganisationProfile profile) {
        LocalDate day = Optional.ofNullable(from).orElseThrow(IllegalStateException::new);
        return target.with(profile, day, written(target.inForce(profile, day)));
    }

    /** Figures that stay keep their source; those that change have the new one. */
    private Map<NormFigure, Figure> written(Map<NormFigure, Figure> before) {
        Map<NormFigure, Figure> figures = new EnumMap<>(NormFigure.class);
        values.forEach((figure, value) -> {
            Figure was = before.get(figure);
            figures.put(figure, was != null && was.value() == value ? was : new Figure(value, figure.unit(), source));
        });
        return figures;
    }
}
