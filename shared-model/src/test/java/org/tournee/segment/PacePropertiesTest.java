package org.tournee.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.sync.RecordId;

/** What holds of every pace. Rules: R-SEG-2, R-SEG-4. */
class PacePropertiesTest {

    private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();
    private static final LocalDate ENTERED = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 400;

    @Property
    void oneMoreContactNeverLowersCountNorStatusNorBringsTheDueDayForward(
            @ForAll("segments") Segment segment,
            @ForAll("journals") List<ContactFact> journal,
            @ForAll("facts") ContactFact more,
            @ForAll @IntRange(max = DAYS) int day,
            @ForAll("exemptions") List<Exemption.Grant> exemptions) {
        Pace before = pace(segment, journal, day, exemptions);
        Pace after = pace(segment, plus(journal, more), day, exemptions);

        assertThat(after.counted()).isGreaterThanOrEqualTo(before.counted());
        assertThat(after.contacts().confirmed())
                .isGreaterThanOrEqualTo(before.contacts().confirmed());
        assertThat(after.status()).isGreaterThanOrEqualTo(before.status());
        assertThat(after.nextDue().orElse(LocalDate.MAX))
                .isAfterOrEqualTo(before.nextDue().orElse(LocalDate.MAX));
    }

    @Property
    void theOrderInWhichRecordsArriveDoesNotMatter(
            @ForAll("segments") Segment segment,
            @ForAll("journals") List<ContactFact> journal,
            @ForAll @IntRange(max = DAYS) int day,
            @ForAll Random random) {
        List<ContactFact> shuffled = new ArrayList<>(journal);
        Collections.shuffle(shuffled, random);

        Pace expected = pace(segment, journal, day, List.of());
        Pace shuffledPace = pace(segment, shuffled, day, List.of());
        assertThat(shuffledPace.contacts()).isEqualTo(expected.contacts());
        assertThat(shuffledPace.status()).isEqualTo(expected.status());
    }

    @Property
    void theCountLiesBetweenThePhysicalOnesAndAll(
            @ForAll @IntRange(max = 60) int physical,
            @ForAll @IntRange(max = 60) int other,
            @ForAll @IntRange(max = 100) int share) {
        int counted = CountedContacts.formula(physical, other, share);

        assertThat(counted).isBetween(physical, physical + other);
        // What counts keeps the share: at least s percent of it is physical.
        assertThat(physical * 100).isGreaterThanOrEqualTo(share * counted);
    }

    @Property
    void whatIsDueFallsWithinThePeriod(
            @ForAll("segments") Segment segment,
            @ForAll("journals") List<ContactFact> journal,
            @ForAll @IntRange(max = DAYS) int day,
            @ForAll("exemptions") List<Exemption.Grant> exemptions) {
        Pace pace = pace(segment, journal, day, exemptions);

        assertThat(pace.period().contains(ENTERED.plusDays(day))).isTrue();
        pace.nextDue().ifPresent(due -> assertThat(pace.period().contains(due)).isTrue());
        assertThat(pace.minimum()).isBetween(0, pace.normed().norm().minimum());
        assertThat(pace.maximum()).isGreaterThanOrEqualTo(pace.minimum());
    }

    @Property
    void oneMoreExemptionNeverAsksForMore(
            @ForAll("segments") Segment segment,
            @ForAll @IntRange(max = DAYS) int day,
            @ForAll("exemptions") List<Exemption.Grant> exemptions,
            @ForAll("exemption") Exemption.Grant more) {
        Pace before = pace(segment, List.of(), day, exemptions);
        Pace after = pace(segment, List.of(), day, plus(exemptions, more));

        assertThat(after.minimum()).isLessThanOrEqualTo(before.minimum());
        assertThat(after.maximum()).isLessThanOrEqualTo(before.maximum());
    }

    @Property
    void periodsFollowEachOtherWithoutGap(@ForAll("segments") Segment segment, @ForAll @IntRange(max = 366) int entry) {
        Stay.Span stay = new Stay.Span(segment, LocalDate.of(2027, 6, 1).plusDays(entry), null);
        LocalDate end = stay.enteredOn();
        for (PeriodVerdict verdict :
                PaceRules.verdicts(stay, List.of(), List.of(), stay.enteredOn().plusYears(6), PROFILE)) {
            assertThat(verdict.normed().period().start()).isEqualTo(end);
            assertThat(verdict.normed().exemptDays()).isZero();
            end = verdict.normed().period().end();
        }
        assertThat(end).isEqualTo(stay.enteredOn().plusYears(6));
    }

    private static Pace pace(Segment segment, List<ContactFact> journal, int day, List<Exemption.Grant> exemptions) {
        Stay.Span stay = new Stay.Span(segment, ENTERED, null);
        return PaceRules.pace(stay, journal, exemptions, ENTERED.plusDays(day), PROFILE)
                .orElseThrow();
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    @Provide
    Arbitrary<Segment> segments() {
        return Arbitraries.of(Segment.A, Segment.B, Segment.C);
    }

    @Provide
    Arbitrary<List<ContactFact>> journals() {
        return facts().list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<ContactFact> facts() {
        return Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(1),
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.of(true, false),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(4, Arbitraries.just(Standing.COUNTS)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.of(Standing.class))),
                        Arbitraries.of(true, false))
                .as((id, day, physical, standing, pending) -> new ContactFact(
                        new RecordId(new UUID(5, id)), ENTERED.plusDays(day), physical, standing, pending));
    }

    @Provide
    Arbitrary<Exemption.Grant> exemption() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(1, 120))
                .as((from, days) -> new Exemption.Grant(
                        Exemption.Reason.HOSPITAL,
                        ENTERED.plusDays(from),
                        ENTERED.plusDays(from + days),
                        org.tournee.dossier.DossierFixture.HEAD));
    }

    @Provide
    Arbitrary<List<Exemption.Grant>> exemptions() {
        return exemption().list().ofMaxSize(4);
    }
}
