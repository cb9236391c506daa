package org.tournee.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.profile.PlannedFigures.planned;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tournee.profile.NormEdit.Wrong;
import org.tournee.sync.Wire;

/** Every figure of a profile gets another value from a day on, with those that belong to it. Rules: R-SEG-0, R-BO. */
class GroupEditTest {

    private static final OrganisationProfile VIENNE = ShippedProfile.VIENNE.profile();
    private static final OrganisationProfile BRUSSELS = ShippedProfile.BRUXELLES.profile();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final NormTarget REQUESTS = new NormTarget.OfGroup(FigureGroup.REQUESTS);

    @Test
    void theDayBeforeKeepsItsFigureAndWhatStaysKeepsItsSource() {
        OrganisationProfile next = planned(BRUSSELS, FigureGroup.REQUESTS, NEW_YEAR, "DECISION=20");

        assertThat(next.version()).isEqualTo(BRUSSELS.version() + 1);
        assertThat(next.on(NEW_YEAR.minusDays(1))).isEqualTo(BRUSSELS.on(TODAY));
        assertThat(next.on(NEW_YEAR).requests())
                .isEqualTo(new RequestFigures(
                        new Figure(20, Figure.Unit.DAYS, PlannedFigures.SOURCE),
                        new Figure(8, Figure.Unit.DAYS, "003 th. 1")));
    }

    static Stream<Arguments> groups() {
        return Arrays.stream(ShippedProfile.values())
                .flatMap(profile -> Arrays.stream(FigureGroup.values())
                        .filter(group -> group.isOf(profile.profile()))
                        .map(group -> Arguments.of(profile, group)));
    }

    /** No figure of a group is lost or taken for its neighbour, and no other group changes. */
    @ParameterizedTest(name = "R-SEG-0 {0}: {1}")
    @MethodSource("groups")
    void eachFigureOfAGroupChangesAlone(ShippedProfile shipped, FigureGroup group) {
        OrganisationProfile profile = shipped.profile();
        NormTarget target = new NormTarget.OfGroup(group);
        for (NormFigure figure : target.figures(profile)) {
            Map<NormFigure, Figure> expected = new EnumMap<>(NormFigure.class);
            expected.putAll(target.inForce(profile, TODAY));
            int other = figure.most() == 23 ? 5 : figure.most();
            expected.put(figure, new Figure(other, figure.unit(), "une décision"));

            OrganisationProfile next = target.with(profile, NEW_YEAR, written(figure, expected));

            assertThat(target.inForce(next, NEW_YEAR)).isEqualTo(written(figure, expected));
            Arrays.stream(FigureGroup.values())
                    .filter(one -> one != group)
                    .forEach(one -> assertThat(one.of(next.on(NEW_YEAR))).isEqualTo(one.of(profile.on(NEW_YEAR))));
            assertThat(Wire.read(OrganisationProfile.class, Wire.json(next))).isEqualTo(next);
        }
    }

    /** Notices stay ordered: those before it are as long. */
    private static Map<NormFigure, Figure> written(NormFigure figure, Map<NormFigure, Figure> expected) {
        Map<NormFigure, Figure> written = new EnumMap<>(expected);
        if (figure == NormFigure.SECOND_NOTICE || figure == NormFigure.LAST_NOTICE) {
            written.put(NormFigure.FIRST_NOTICE, written.get(figure));
            written.put(NormFigure.SECOND_NOTICE, written.get(figure));
        }
        return written;
    }

    @ParameterizedTest(name = "R-SEG-0 {0}: {1} {2}: {3}")
    @CsvSource({
        "1, REVIEWS, FIRST_NOTICE=29, NOTICES_UNORDERED",
        "2, REVIEWS, LAST_NOTICE=31, NOTICES_UNORDERED",
        "3, REVIEWS, LAST_NOTICE=-, FIGURE_MISSING",
        "4, REVIEWS, REVISION=-, ''",
        "5, LOAD, LEAST_REFERENT=101, MOST_BELOW_LEAST",
        "6, LOAD, MOST_SUBORDINATES=0, OUT_OF_BOUNDS",
        "7, DELIVERY, DIGEST=24, OUT_OF_BOUNDS",
        "8, DELIVERY, QUIET_FROM=7, ''",
        "9, REMINDERS, LIAISON=-, ''",
        "10, REMINDERS, ESCALATION=-, FIGURE_MISSING",
        "11, WEIGHTS, WEIGHT_A=-, ''",
        "12, WEIGHTS, WEIGHT_FIRST_REQUEST=-, FIGURE_MISSING",
        "13, SEGMENTS, DEFINITIVE_ALLOCATION=0, OUT_OF_BOUNDS",
        "14, MANDATES, DUE_WINDOW=14, NOTHING_CHANGES",
    })
    void whatIsWrongIsNamed(int n, FigureGroup group, String change, String wrong) {
        NormEdit edit = PlannedFigures.edit(VIENNE, new NormTarget.OfGroup(group), NEW_YEAR, change);

        assertThat(edit.wrong(VIENNE, TODAY).stream().map(Wrong::name))
                .isEqualTo(wrong.isEmpty() ? java.util.List.of() : java.util.List.of(wrong));
    }

    @Test
    void twoGroupsThatChangeOnOneDayBothStandAndThePlanOfOneIsReplaced() {
        OrganisationProfile both = planned(
                planned(BRUSSELS, FigureGroup.REQUESTS, NEW_YEAR, "DECISION=20"),
                FigureGroup.LOAD,
                NEW_YEAR,
                "MOST_REFERENT=90");

        OrganisationProfile next = planned(both, FigureGroup.REQUESTS, NEW_YEAR, "DECISION=25");

        assertThat(value(next, REQUESTS, NormFigure.DECISION)).isEqualTo(25);
        assertThat(next.on(NEW_YEAR).load().mostReferent().value()).isEqualTo(90);
        assertThat(REQUESTS.days(next)).containsExactly(BRUSSELS.asOf(), NEW_YEAR);
    }

    @Test
    void whatIsPlannedForLaterTakesOver() {
        OrganisationProfile later = planned(BRUSSELS, FigureGroup.REQUESTS, NEW_YEAR.plusYears(1), "DECISION=15");

        OrganisationProfile next = planned(later, FigureGroup.REQUESTS, NEW_YEAR, "DECISION=20");

        assertThat(value(next, REQUESTS, NormFigure.DECISION)).isEqualTo(20);
        assertThat(next.on(NEW_YEAR.plusYears(1))).isEqualTo(later.on(NEW_YEAR.plusYears(1)));
    }

    private static int value(OrganisationProfile profile, NormTarget target, NormFigure figure) {
        return target.inForce(profile, NEW_YEAR).get(figure).value();
    }

    @Test
    void hoursAreGivenToAProfileThatHadNone() {
        OrganisationProfile silent = VIENNE.withoutHours();

        OrganisationProfile next =
                planned(silent, FigureGroup.DELIVERY, NEW_YEAR, "DIGEST=8 QUIET_FROM=19 QUIET_UNTIL=7");

        assertThat(next.on(NEW_YEAR.minusDays(1)).delivery()).isNull();
        assertThat(next.on(NEW_YEAR).delivery()).isNotNull();
        assertThat(next.withoutHours().on(NEW_YEAR).delivery()).isNull();
    }

    @Test
    void aLawSegmentsAndMandatesDoNotComeByAForm() {
        assertThat(REQUESTS.isOf(VIENNE)).isFalse();
        assertThat(new NormTarget.OfGroup(FigureGroup.SEGMENTS).isOf(BRUSSELS)).isFalse();
        assertThat(new NormTarget.OfGroup(FigureGroup.WEIGHTS).figures(BRUSSELS))
                .doesNotContain(NormFigure.WEIGHT_A)
                .contains(NormFigure.WEIGHT_EVICTION_ENQUIRY);
    }
}
