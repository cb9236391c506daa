package org.tournee.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tournee.profile.PlannedFigures.planned;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Wire;

/** Which figures are in force on a day. Rule: R-SEG-0. */
class ProfileFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);
    private static final String CHANGE = """
            {"valid_from": "%s", "surprises": {"value": 1}, "load": {
                "least_referent": {"value": %d, "unit": "DOSSIERS", "source": "une décision"},
                "most_referent": {"value": 100, "unit": "DOSSIERS", "source": "une décision"},
                "most_specialised": {"value": 40, "unit": "DOSSIERS", "source": "une décision"},
                "most_subordinates": {"value": 10, "unit": "PERSONS", "source": "une décision"}}}""";

    /** As a profile is stored that was edited by a later version: with a group of which nothing is known here. */
    private static OrganisationProfile read(String... changes) {
        String json = new String(ShippedProfile.VIENNE.json(), StandardCharsets.UTF_8).stripTrailing();
        return Wire.read(
                OrganisationProfile.class,
                json.substring(0, json.length() - 1) + ", \"later\": [" + String.join(",", changes) + "]}");
    }

    private static int least(OrganisationProfile profile, LocalDate day) {
        return profile.on(day).load().leastReferent().value();
    }

    /** Profiles that are stored know no change: what they say holds on every day. */
    @ParameterizedTest
    @EnumSource(ShippedProfile.class)
    void aProfileFromBeforeHoldsOnEveryDay(ShippedProfile shipped) {
        OrganisationProfile profile = shipped.profile();

        assertThat(profile.later()).isNull();
        assertThat(profile.on(LocalDate.of(1990, 1, 1))).isEqualTo(profile.on(LocalDate.of(2090, 1, 1)));
        assertThat(profile.on(DAY).reminders()).isEqualTo(profile.reminders());
    }

    @Test
    void changesAreReadInAnyOrderAndWhatIsUnknownIsLeftOut() {
        OrganisationProfile profile = read(CHANGE.formatted("2027-07-01", 60), CHANGE.formatted("2027-01-01", 70));

        assertThat(least(profile, DAY.minusDays(1))).isEqualTo(80);
        assertThat(least(profile, DAY)).isEqualTo(70);
        assertThat(least(profile, LocalDate.of(2027, 6, 30))).isEqualTo(70);
        assertThat(least(profile, LocalDate.of(2027, 7, 1))).isEqualTo(60);
        assertThat(profile.on(DAY).reminders()).isEqualTo(profile.reminders());
        assertThat(Wire.read(OrganisationProfile.class, Wire.json(profile))).isEqualTo(profile);
    }

    @Test
    void aDayChangesOnce() {
        assertThatThrownBy(() -> read(CHANGE.formatted("2027-01-01", 60), CHANGE.formatted("2027-01-01", 70)))
                .isInstanceOf(MalformedException.class);
    }

    /** No revision is asked for in the Swiss profile until the new year. */
    @ParameterizedTest(name = "R-SEG-0 {0}: from {1}, looked at on {2}: due {3}")
    @CsvSource({
        "1, 2026-03-10, 2026-12-31, ",
        "2, 2026-03-10, 2027-01-01, 2028-01-01",
        "3, 2027-01-01, 2027-01-01, 2028-01-01",
        "4, 2027-03-10, 2027-03-10, 2028-03-10"
    })
    void whatWasNotAskedForCountsFromTheDayOnWhichItIs(int n, LocalDate since, LocalDate today, LocalDate due) {
        OrganisationProfile profile = planned(ShippedProfile.SUISSE.profile(), FigureGroup.REVIEWS, DAY, "REVISION=12");

        assertThat(profile.dueAfter(since, today, figures -> figures.reviews().revisionEvery()))
                .isEqualTo(java.util.Optional.ofNullable(due));
    }

    /** What began while it was asked for stays due, though it is not asked for any more. */
    @Test
    void whatIsNotAskedForAnyMoreStaysDueWhereItBegan() {
        OrganisationProfile profile =
                planned(ShippedProfile.VIENNE.profile(), FigureGroup.REMINDERS, DAY, "QUESTION=-");

        assertThat(profile.dueAfter(
                        DAY.minusDays(1), DAY, figures -> figures.reminders().question()))
                .contains(DAY.plusDays(2));
        assertThat(profile.dueAfter(DAY, DAY, figures -> figures.reminders().question()))
                .isEmpty();
    }
}
