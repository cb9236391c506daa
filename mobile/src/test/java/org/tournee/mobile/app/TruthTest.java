package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.store.PhoneStore.Waiting;
import org.tournee.mobile.sync.SyncState;
import org.tournee.mobile.sync.SyncState.Problem;
import org.tournee.mobile.ui.Tone;
import org.tournee.text.FrenchSpaces;

/** The truth bar never says more than is true. Rule: R-SYN. */
class TruthTest {

    private static final Messages MESSAGES = new Messages(Locale.FRENCH);
    private static final DateTexts DATES = new DateTexts(MESSAGES, ZoneId.of("Europe/Paris"), LocalDate.of(2026, 3, 9));
    private static final Waiting NOTHING = new Waiting(0, null);
    private static final Waiting THREE = new Waiting(3, Instant.parse("2026-03-08T15:40:00Z"));

    @Test
    void upToDateIsSaidOnlyWhenTheServerHoldsEverything() {
        assertThat(said(NOTHING, FixedSync.UP_TO_DATE, 0, 0)).isEqualTo("À jour, 09:05");
        assertThat(said(THREE, FixedSync.UP_TO_DATE, 0, 0)).isEqualTo("3 modifications en attente depuis hier 16:40");
    }

    @Test
    void oneChangeIsOneChange() {
        Waiting one = new Waiting(1, Instant.parse("2026-03-09T07:00:00Z"));
        assertThat(said(one, FixedSync.UP_TO_DATE, 0, 0)).isEqualTo("1 modification en attente depuis 08:00");
    }

    @Test
    void withoutNetworkItIsNotUpToDateEvenIfNothingWaits() {
        assertThat(said(NOTHING, FixedSync.with(Problem.NO_NETWORK), 0, 0)).isEqualTo("Hors réseau");
    }

    @Test
    void beforeTheFirstSuccessItSaysSo() {
        SyncState never = new SyncState(SyncState.Phase.IDLE, 0, null, null, null, 0, 0, 0);
        assertThat(said(NOTHING, never, 0, 0)).isEqualTo("Pas encore synchronisé depuis l’ouverture");
        assertThat(said(NOTHING, FixedSync.firstSync(12, 80), 0, 0))
                .isEqualTo(FrenchSpaces.kept("Réception : 12 sur 80"));
    }

    @Test
    void whatMustBeSeenComesFirstAndWhatWaitsStaysVisible() {
        assertThat(said(THREE, FixedSync.UP_TO_DATE, 1, 2))
                .isEqualTo("1 divergence à voir · 2 changements revenus · "
                        + "3 modifications en attente depuis hier 16:40");
    }

    @Test
    void aClockThatIsOffByFiveMinutesIsTold() {
        SyncState ahead =
                new SyncState(SyncState.Phase.IDLE, 0, null, FixedSync.UP_TO_DATE.lastSuccess(), null, 0, 0, 301);
        SyncState nearly =
                new SyncState(SyncState.Phase.IDLE, 0, null, FixedSync.UP_TO_DATE.lastSuccess(), null, 0, 0, -299);

        assertThat(said(NOTHING, ahead, 0, 0)).isEqualTo("Horloge du téléphone à régler");
        assertThat(said(NOTHING, nearly, 0, 0)).isEqualTo("À jour, 09:05");
    }

    @Test
    void aDocumentThatWaitsIsNotSynchronised() {
        Truth.Facts facts = new Truth.Facts(NOTHING, 2, FixedSync.UP_TO_DATE, 0, 0, false);

        assertThat(facts.upToDate()).isFalse();
        assertThat(Truth.of(facts, MESSAGES, DATES).text()).isEqualTo("2 documents en attente");
    }

    @Test
    void aPhoneThatWentOnAfterACopySaysThatNothingIsLost() {
        Truth.Facts facts = new Truth.Facts(THREE, 0, FixedSync.UP_TO_DATE, 0, 0, true);

        assertThat(Truth.of(facts, MESSAGES, DATES).text())
                .isEqualTo("3 modifications en attente depuis hier 16:40 · "
                        + FrenchSpaces.kept("Téléphone copié ou restauré : rien n’est perdu"));
    }

    @Test
    void theToneIsNeverThatOfADestruction() {
        assertThat(tone(NOTHING, FixedSync.UP_TO_DATE, 1)).isEqualTo(Tone.CONFLICT);
        assertThat(tone(NOTHING, FixedSync.UP_TO_DATE, 0)).isEqualTo(Tone.DONE);
        assertThat(tone(THREE, FixedSync.with(Problem.NO_NETWORK), 0)).isEqualTo(Tone.ACCENT);
        assertThat(tone(NOTHING, FixedSync.with(Problem.REVOKED), 0)).isEqualTo(Tone.CONFLICT);
    }

    private static String said(Waiting waiting, SyncState sync, int conflicts, int returned) {
        return Truth.of(new Truth.Facts(waiting, 0, sync, conflicts, returned, false), MESSAGES, DATES)
                .text();
    }

    private static Tone tone(Waiting waiting, SyncState sync, int conflicts) {
        return Truth.of(new Truth.Facts(waiting, 0, sync, conflicts, 0, false), MESSAGES, DATES)
                .tone();
    }
}
