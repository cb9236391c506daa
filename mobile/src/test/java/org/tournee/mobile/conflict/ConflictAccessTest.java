package org.tournee.mobile.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.access.Decision;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/** Who may settle a conflict, and what the others see. Rules: R-SHARE, R-REC. */
class ConflictAccessTest {

    private static final Instant NOW = Instant.parse("2026-03-09T08:00:00Z");

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);

    @AfterEach
    void close() {
        fixture.close();
    }

    private ConflictViewModel model() {
        return new ConflictViewModel(
                TestPhone.over(fixture), PhoneStoreFixture.dossier(0), HouseholdRows.record(0, 40), Runnable::run);
    }

    /** As if Karim had made the record and followed the dossier. */
    private void hand(RecordId id, RecordKind kind, Object value, long position) {
        fixture.receive(List.of(new FeedRow(
                BucketId.service(PhoneStoreFixture.dossier(0)),
                position,
                id,
                kind.code(),
                2,
                HouseholdRows.KARIM,
                HouseholdRows.KARIM,
                NOW,
                NOW,
                false,
                Wire.json(value))));
    }

    @Test
    void theReferentMaySettle() {
        assertThat(model().mayNot()).isEmpty();
    }

    @Test
    void whoIsNotLinkedToTheDossierSeesWhyTheyMayNotAndNothingIsWritten() {
        Entry<?> dossier = fixture.store()
                .dossier(PhoneStoreFixture.dossier(0))
                .orElseThrow()
                .dossier();
        hand(dossier.id(), RecordKind.DOSSIER, dossier.value(), 2_000);
        hand(
                HouseholdRows.record(0, 4),
                RecordKind.REFERENT_TERM,
                new ReferentTerm(new ReferentTerm.Term(
                        HouseholdRows.KARIM, ReferentRole.REFERENT, HouseholdRows.TODAY.minusMonths(1), null)),
                2_001);

        ConflictViewModel model = model();
        model.keep(model.cards().get(1));

        assertThat(model.mayNot()).contains(Decision.Refusal.NOT_YOURS_TO_SETTLE);
        assertThat(model.settled().get()).isFalse();
        assertThat(fixture.store().waiting().operations()).isZero();
    }
}
