package org.tournee.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.DeliveryFigures;
import org.tournee.profile.Figure;
import org.tournee.profile.FigureGroup;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.PlannedFigures;
import org.tournee.profile.ShippedProfile;

/** The day's digest, what cannot wait, and quiet hours; a phone that was silent for long. Rules: R-REM, R-SYN. */
class DeliveryTest {

    private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();
    private static final ZoneId ZONE = PROFILE.zone();

    @ParameterizedTest(name = "{0}: urgent {1}, known {2}, told {3}")
    @CsvSource({
        "1, false, 2026-03-10T07:59, 2026-03-10T08:00",
        "2, false, 2026-03-10T08:00, 2026-03-10T08:00",
        "3, false, 2026-03-10T08:01, 2026-03-11T08:00",
        "4, false, 2026-03-10T23:30, 2026-03-11T08:00",
        "5, true, 2026-03-10T10:15, 2026-03-10T10:15",
        "6, true, 2026-03-10T18:59, 2026-03-10T18:59",
        "7, true, 2026-03-10T19:00, 2026-03-11T07:00",
        "8, true, 2026-03-11T00:30, 2026-03-11T07:00",
        "9, true, 2026-03-11T06:59, 2026-03-11T07:00",
        "10, true, 2026-03-11T07:00, 2026-03-11T07:00",
        "11, false, 2026-03-28T09:00, 2026-03-29T08:00",
        "12, true, 2026-10-24T22:00, 2026-10-25T07:00"
    })
    void whatCanWaitWaitsForTheDigestAndNobodyIsDisturbedAtNight(
            int n, boolean urgent, LocalDateTime known, LocalDateTime told) {
        assertThat(Delivery.tellAt(urgent, known.atZone(ZONE).toInstant(), PROFILE))
                .isEqualTo(told.atZone(ZONE).toInstant());
    }

    @Property
    void itIsToldWithinADayAndNeverInQuietHours(
            @ForAll boolean urgent,
            @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long second,
            @ForAll @IntRange(max = 23) int from,
            @ForAll @IntRange(max = 23) int until) {
        OrganisationProfile profile = quiet(from, until);
        Instant known = Instant.ofEpochSecond(second);

        Instant told = Delivery.tellAt(urgent, known, profile);

        assertThat(told).isBetween(known, known.plusSeconds(25 * 3600));
        int hour = told.atZone(ZONE).getHour();
        boolean quiet = from <= until ? from <= hour && hour < until : from <= hour || hour < until;
        assertThat(urgent && quiet).isFalse();
    }

    private static OrganisationProfile quiet(int from, int until) {
        return new OrganisationProfile(
                PROFILE.name(),
                PROFILE.version(),
                PROFILE.asOf(),
                PROFILE.zoneName(),
                PROFILE.labels(),
                PROFILE.segmentation(),
                PROFILE.reviews(),
                PROFILE.load(),
                PROFILE.reminders(),
                PROFILE.requests(),
                new DeliveryFigures(hour(8), hour(from), hour(until)),
                PROFILE.weights(),
                PROFILE.outlines(),
                PROFILE.mandates(),
                PROFILE.translations(),
                null);
    }

    private static Figure hour(int hour) {
        return new Figure(hour, Figure.Unit.HOUR, "choix");
    }

    @ParameterizedTest(name = "last synced {0}, looked at on {1}: told since {2}")
    @CsvSource({
        "2026-03-10T12:00:00Z, 2026-03-12, ",
        "2026-03-10T12:00:00Z, 2026-03-13, 2026-03-13",
        "2026-03-10T12:00:00Z, 2026-03-30, 2026-03-13",
        "2026-03-10T23:30:00Z, 2026-03-13, ",
        "2026-03-20T12:00:00Z, 2026-03-13, "
    })
    void aPhoneThatWasSilentForLongIsToldUntilItSyncs(Instant last, LocalDate today, LocalDate since) {
        WorkerId worker = new WorkerId(new UUID(2, 1));

        assertThat(PhoneSilence.of(worker, last, today, PROFILE).map(PhoneSilence::dueOn))
                .isEqualTo(java.util.Optional.ofNullable(since));
    }

    @Test
    void aSilenceHasOneCauseUntilItEndsAndGoesToTheHeadInTheEnd() {
        WorkerId worker = new WorkerId(new UUID(2, 1));
        Instant last = Instant.parse("2026-03-10T12:00:00Z");

        PhoneSilence first = PhoneSilence.of(worker, last, LocalDate.of(2026, 3, 13), PROFILE)
                .orElseThrow();

        assertThat(PhoneSilence.of(worker, last, LocalDate.of(2026, 3, 20), PROFILE))
                .contains(first);
        assertThat(first.cause()).isEqualTo("phone_silent/" + worker + "/2026-03-13");
        assertThat(first.escalatesOn(PROFILE)).isEqualTo(LocalDate.of(2026, 3, 27));
    }

    @Test
    void withoutHoursAllIsToldAtOnce() {
        Instant night = LocalDateTime.parse("2026-03-10T23:30").atZone(ZONE).toInstant();

        assertThat(Delivery.tellAt(false, night, PROFILE.withoutHours())).isEqualTo(night);
        assertThat(Delivery.tellAt(true, night, PROFILE.withoutHours())).isEqualTo(night);
    }

    /** On the eleventh the digest goes out at six, and nobody is disturbed from 22 to 5 h. */
    @ParameterizedTest(name = "R-SEG-0 {0}: urgent {1}, known {2}, told {3}")
    @CsvSource({
        "1, false, 2026-03-10T07:30, 2026-03-10T08:00",
        "2, false, 2026-03-10T08:01, 2026-03-11T06:00",
        "3, false, 2026-03-11T06:01, 2026-03-12T06:00",
        "4, true, 2026-03-10T19:30, 2026-03-11T05:00",
        "5, true, 2026-03-11T19:30, 2026-03-11T19:30",
        "6, true, 2026-03-11T04:59, 2026-03-11T05:00"
    })
    void hoursAreThoseOfTheDayOnWhichItIsTold(int n, boolean urgent, LocalDateTime known, LocalDateTime told) {
        OrganisationProfile changed = PlannedFigures.planned(
                PROFILE, FigureGroup.DELIVERY, LocalDate.of(2026, 3, 11), "DIGEST=6 QUIET_FROM=22 QUIET_UNTIL=5");

        assertThat(Delivery.tellAt(urgent, known.atZone(ZONE).toInstant(), changed))
                .isEqualTo(told.atZone(ZONE).toInstant());
    }

    /** From the eleventh on a phone may be silent for ten days, and a head hears of it the day after. */
    @Test
    void aSilenceThatBeganBeforeAChangeKeepsItsDays() {
        WorkerId worker = new WorkerId(new UUID(2, 1));
        Instant last = Instant.parse("2026-03-10T12:00:00Z");
        OrganisationProfile changed = PlannedFigures.planned(
                PROFILE, FigureGroup.REMINDERS, LocalDate.of(2026, 3, 11), "SILENT_PHONE=10 ESCALATION=1");

        PhoneSilence silence = PhoneSilence.of(worker, last, LocalDate.of(2026, 3, 20), changed)
                .orElseThrow();

        assertThat(silence.dueOn()).isEqualTo(LocalDate.of(2026, 3, 13));
        assertThat(silence.escalatesOn(changed)).isEqualTo(LocalDate.of(2026, 3, 14));
        assertThat(PhoneSilence.of(worker, last.plus(java.time.Duration.ofDays(1)), LocalDate.of(2026, 3, 20), changed))
                .isEmpty();
    }
}
