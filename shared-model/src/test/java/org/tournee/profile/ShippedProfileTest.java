package org.tournee.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tournee.segment.ContactNorm;
import org.tournee.segment.Segment;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Wire;

/** The figures of R-SEG-0, R-SEG-1 and R-REQ, as shipped. */
class ShippedProfileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private final OrganisationProfile vienne = ShippedProfile.VIENNE.profile();

    @ParameterizedTest(name = "R-SEG-1 {0}: {1} to {2} in {3} months, {4} % physical, {5} months at most")
    @CsvSource({"A, 4, 6, 6, 80, 6", "B, 3, 5, 12, 80, 24", "C, 1, 3, 12, 100, 36"})
    void theNormTableIsThatOfTheSource(Segment segment, int least, int most, int period, int share, int limit) {
        SegmentSheet sheet = vienne.sheet(segment).orElseThrow();

        assertThat(ContactNorm.on(DAY, sheet)).contains(new ContactNorm(segment, least, most, period, share));
        assertThat(sheet.normOn(DAY).orElseThrow().limit()).isEqualTo(new Figure(limit, Figure.Unit.MONTHS, "001 §6"));
    }

    @ParameterizedTest
    @EnumSource(Segment.class)
    void everySegmentSaysWhatItIsFor(Segment segment) {
        SegmentSheet sheet = vienne.sheet(segment).orElseThrow();

        assertThat(sheet.criteria()).isNotEmpty();
        assertThat(sheet.objectives()).isNotEmpty();
    }

    @Test
    void intakeAsksForNoNumberOfContacts() {
        assertThat(ContactNorm.on(DAY, vienne.sheet(Segment.INTAKE_1).orElseThrow()))
                .isEmpty();
        assertThat(ContactNorm.on(DAY, vienne.sheet(Segment.INTAKE_2).orElseThrow()))
                .isEmpty();
    }

    @Test
    void daysAreThoseOfTheVienne() {
        assertThat(vienne.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    }

    @Test
    void aProfileMayHaveNoSegments() {
        OrganisationProfile profile = ShippedProfile.SANS_SEGMENTS.profile();

        assertThat(profile.segmentation()).isNull();
        assertThat(Arrays.stream(Segment.values()).map(profile::sheet)).allMatch(sheet -> sheet.isEmpty());
    }

    @ParameterizedTest(name = "R-SEG-0 {0}: {1}, {2}, segments {3}, revision {4}")
    @CsvSource({
        "VIENNE, contrat d’engagements réciproques, Europe/Paris, true, 12",
        "SANS_SEGMENTS, contrat d’engagements réciproques, Europe/Paris, false, 12",
        "BRUXELLES, PIIS, Europe/Brussels, false, 12",
        "SUISSE, convention de prestations, Europe/Zurich, true, "
    })
    void eachSpeaksTheWordsOfItsCountry(
            ShippedProfile shipped, String agreement, String zone, boolean segments, Integer revision) {
        OrganisationProfile profile = shipped.profile();

        assertThat(profile.labels().serviceAgreement()).isEqualTo(agreement);
        assertThat(profile.zone()).isEqualTo(ZoneId.of(zone));
        assertThat(profile.segmentation() != null).isEqualTo(segments);
        Figure every = profile.reviews().revisionEvery();
        assertThat(every == null ? null : every.value()).isEqualTo(revision);
    }

    @Test
    void brusselsHasThirtyDaysToDecideAndEightToNotify() {
        assertThat(ShippedProfile.BRUXELLES.profile().requests())
                .isEqualTo(new RequestFigures(
                        new Figure(30, Figure.Unit.DAYS, "003 th. 1"), new Figure(8, Figure.Unit.DAYS, "003 th. 1")));
    }

    @ParameterizedTest
    @EnumSource(Segment.class)
    void theSwissNormsAreThoseOfTheSource(Segment segment) {
        assertThat(ShippedProfile.SUISSE.profile().sheet(segment)).isEqualTo(vienne.sheet(segment));
    }

    @Test
    void aProfileFromBeforeTheLaterFiguresIsStillRead() {
        String json = new String(ShippedProfile.SANS_SEGMENTS.json(), StandardCharsets.UTF_8);
        String before = json.substring(0, json.indexOf("    \"declaration\"")).stripTrailing();

        OrganisationProfile read =
                Wire.read(OrganisationProfile.class, before.substring(0, before.length() - 1) + "}}");

        assertThat(read.reminders().declaration()).isNull();
        assertThat(read.reminders().closedHeld()).isNull();
        assertThat(read.requests()).isNull();
        assertThat(read.delivery()).isNull();
        assertThat(read.weights()).isNull();
    }

    @ParameterizedTest
    @EnumSource(ShippedProfile.class)
    void aProfileIsReadBackFromItsJson(ShippedProfile shipped) {
        OrganisationProfile profile = shipped.profile();

        assertThat(Wire.read(OrganisationProfile.class, Wire.json(profile))).isEqualTo(profile);
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({
        "'\"value\": 80,', '\"value\": 180,'",
        "'\"unit\": \"DAYS\"', '\"unit\": \"MONTHS\"'",
        "'\"zone_name\": \"Europe/Paris\"', '\"zone_name\": \"Poitiers\"'",
        "'\"value\": 60,', '\"value\": 6,'",
        "'\"unit\": \"HOUR\"', '\"unit\": \"DAYS\"'",
        "'\"unit\": \"POINTS\"', '\"unit\": \"DAYS\"'",
        "'\"maximum\": {', '\"maximum\": null, \"other\": {'",
    })
    void aProfileThatContradictsItselfIsNotRead(String right, String wrong) {
        String json = new String(ShippedProfile.VIENNE.json(), StandardCharsets.UTF_8).replace(right, wrong);

        assertThatThrownBy(() -> Wire.read(OrganisationProfile.class, json)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @EnumSource(ShippedProfile.class)
    void aClosedDossierIsHeldForAQuarter(ShippedProfile shipped) {
        assertThat(shipped.profile().reminders().closedHeld()).isEqualTo(new Figure(90, Figure.Unit.DAYS, "choix"));
    }
}
