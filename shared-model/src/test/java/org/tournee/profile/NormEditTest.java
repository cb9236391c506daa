package org.tournee.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierFixture;
import org.tournee.mandate.Mandate;
import org.tournee.profile.NormEdit.Difference;
import org.tournee.profile.NormEdit.Wrong;
import org.tournee.segment.PaceRules;
import org.tournee.segment.Segment;
import org.tournee.sync.Wire;

/** A figure gets another value from a day on; the past is judged by the norm of its time. Rules: R-SEG-0, R-SEG-1, R-SEG-4. */
class NormEditTest {

    private static final OrganisationProfile VIENNE = ShippedProfile.VIENNE.profile();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final NormTarget A = new NormTarget.OfSegment(Segment.A);

    @Test
    void theDayBeforeKeepsItsNormAndTheDayItselfHasTheNewOne() {
        OrganisationProfile next = edit(A, NEW_YEAR, "MINIMUM=5").applied(VIENNE);

        assertThat(next.version()).isEqualTo(VIENNE.version() + 1);
        assertThat(minimum(next, NEW_YEAR.minusDays(1))).isEqualTo(minimum(VIENNE, NEW_YEAR.minusDays(1)));
        assertThat(minimum(next, NEW_YEAR)).isEqualTo(new Figure(5, Figure.Unit.CONTACTS, "Décision du 3 décembre"));
        assertThat(A.inForce(next, NEW_YEAR).get(NormFigure.MAXIMUM))
                .isEqualTo(A.inForce(VIENNE, NEW_YEAR).get(NormFigure.MAXIMUM));
    }

    /** R-SEG-4: the norm in force on a period's first day holds for it, be it over or running. */
    @Test
    void aPeriodThatBeganBeforeIsJudgedAsBefore() {
        OrganisationProfile next = edit(A, NEW_YEAR, "MINIMUM=5").applied(VIENNE);
        LocalDate entered = LocalDate.of(2026, 9, 1);
        DossierContents contents =
                DossierFixture.openedOn(entered).stays(Segment.A, entered, null).contents();
        LocalDate running = LocalDate.of(2027, 2, 1);
        LocalDate later = LocalDate.of(2027, 3, 2);

        assertThat(PaceRules.of(contents, running, next)).isEqualTo(PaceRules.of(contents, running, VIENNE));
        assertThat(PaceRules.verdicts(contents, later, next))
                .isEqualTo(PaceRules.verdicts(contents, later, VIENNE))
                .isNotEmpty();
        assertThat(PaceRules.of(contents, later, next).orElseThrow().minimum()).isEqualTo(5);
        assertThat(PaceRules.of(contents, later, VIENNE).orElseThrow().minimum())
                .isEqualTo(4);
    }

    @Test
    void thePreviewNamesWhatBecomesWhat() {
        assertThat(edit(A, NEW_YEAR, "MINIMUM=5 PHYSICAL_SHARE=-").differences(VIENNE))
                .containsExactly(
                        new Difference(NormFigure.MINIMUM, 4, 5), new Difference(NormFigure.PHYSICAL_SHARE, 80, null));
    }

    /** What was planned and never in force gives way; what comes after it stays planned. */
    @Test
    void aNormThatWasNeverInForceIsReplacedOnItsDay() {
        OrganisationProfile planned = edit(A, NEW_YEAR, "MINIMUM=5")
                .applied(edit(A, NEW_YEAR.plusYears(1), "MINIMUM=6").applied(VIENNE));

        OrganisationProfile next = edit(A, NEW_YEAR, "MINIMUM=3").applied(planned);

        assertThat(minimum(next, NEW_YEAR).value()).isEqualTo(3);
        assertThat(minimum(next, NEW_YEAR.plusYears(1)).value()).isEqualTo(6);
        assertThat(A.days(next)).isEqualTo(A.days(planned));
    }

    @ParameterizedTest(name = "R-SEG-0 {0}: from {1}, {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "1, 2026-11-26, MINIMUM=5,               ''",
                "2, 2026-11-25, MINIMUM=5,               DAY_PAST",
                "3, -,          MINIMUM=5,               DAY_MISSING",
                "4, 2037-01-01, MINIMUM=5,               DAY_FAR",
                "5, 2027-01-01, MINIMUM=7,               MOST_BELOW_LEAST",
                "6, 2027-01-01, MINIMUM=-,               CONTACTS_INCOMPLETE",
                "7, 2027-01-01, MINIMUM=- MAXIMUM=- PERIOD=-, ''",
                "8, 2027-01-01, PHYSICAL_SHARE=101,      OUT_OF_BOUNDS",
                "9, 2027-01-01, PERIOD=0,                OUT_OF_BOUNDS",
                "10, 2027-01-01, STAY_LIMIT=121,         OUT_OF_BOUNDS",
                "11, 2027-01-01, MINIMUM=4,              NOTHING_CHANGES",
                "12, 2027-01-01, LEAST_SHARE=60 MOST_SHARE=50, MOST_BELOW_LEAST",
            })
    void whatIsWrongIsNamed(int n, @Nullable LocalDate from, String change, String wrong) {
        assertThat(edit(A, from, change).wrong(VIENNE, TODAY)).isEqualTo(codes(wrong));
    }

    @Test
    void aFigureHasItsSource() {
        NormEdit silent = new NormEdit(A, NEW_YEAR, values(A, "MINIMUM=5"), " ");
        NormEdit endless = new NormEdit(A, NEW_YEAR, values(A, "MINIMUM=5"), "x".repeat(201));

        assertThat(silent.wrong(VIENNE, TODAY)).containsExactly(Wrong.SOURCE_MISSING);
        assertThat(endless.wrong(VIENNE, TODAY)).containsExactly(Wrong.SOURCE_TOO_LONG);
    }

    /** R-MAN: where there are no segments, norms hang on mandates. */
    @Test
    void theReviewOfAMandateIsChangedAlike() {
        OrganisationProfile brussels = ShippedProfile.BRUXELLES.profile();
        NormTarget enquiry = new NormTarget.OfMandate(Mandate.Kind.EVICTION_ENQUIRY);

        OrganisationProfile next =
                PlannedFigures.edit(brussels, enquiry, NEW_YEAR, "REVIEW=1").applied(brussels);

        assertThat(enquiry.inForce(next, NEW_YEAR).get(NormFigure.REVIEW).value())
                .isEqualTo(1);
        assertThat(enquiry.inForce(next, NEW_YEAR.minusDays(1)))
                .isEqualTo(enquiry.inForce(brussels, NEW_YEAR.minusDays(1)));
        assertThat(new NormTarget.OfSegment(Segment.A).isOf(brussels)).isFalse();
    }

    @Test
    void whatIsPublishedReadsAsItWasWritten() {
        OrganisationProfile next = edit(A, NEW_YEAR, "MINIMUM=5").applied(VIENNE);

        assertThat(Wire.read(OrganisationProfile.class, Wire.json(next))).isEqualTo(next);
    }

    private static Figure minimum(OrganisationProfile profile, LocalDate day) {
        return A.inForce(profile, day).get(NormFigure.MINIMUM);
    }

    private static NormEdit edit(NormTarget target, @Nullable LocalDate from, String change) {
        return new NormEdit(target, from, values(target, change), PlannedFigures.SOURCE);
    }

    private static Map<NormFigure, Integer> values(NormTarget target, String change) {
        return PlannedFigures.values(VIENNE, target, TODAY, change);
    }

    private static Set<Wrong> codes(String names) {
        Set<Wrong> codes = EnumSet.noneOf(Wrong.class);
        codes.addAll(Arrays.stream(names.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(Wrong::valueOf)
                .collect(Collectors.toSet()));
        return codes;
    }
}
