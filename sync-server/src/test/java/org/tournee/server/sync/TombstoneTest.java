package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.TombstonePurge;
import org.tournee.sync.BucketId;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Deleted records are told for 180 days, then emptied; their ids stay for good. Rule: R-REC. */
class TombstoneTest extends SyncTest {

    private static final Duration MOST_OF_IT = TombstonePurge.KEPT.minusDays(1);

    private TestPhone away;
    private RecordId action;

    @BeforeEach
    void anActionThatOnePhoneDeletesAndAnotherStillHolds() {
        action = TestPhone.newId();
        phone.save(dossier, TestPhone.create(RecordKind.ACTION_ITEM, action, Samples.actionDue("2026-05-01")))
                .push();
        away = service.phone(referent).pull();
        phone.pull().save(dossier, phone.delete(RecordKind.ACTION_ITEM, action)).push();
    }

    private void purgeAfter(Duration time) {
        TombstonePurge tombstones = service.bean(TombstonePurge.class);
        Instant now = Instant.now().plus(time);
        while (tombstones.purge(now, 100) == 100) {
            assertThat(now).isNotNull();
        }
    }

    private GrantedBucket bucket() {
        return phone.ask(null, null).manifest().buckets().stream()
                .filter(granted -> granted.bucket().equals(BucketId.service(dossier)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTombstoneIsToldAsLongAsAPhoneMayHaveBeenAway() {
        purgeAfter(MOST_OF_IT);

        assertThat(bucket().floor()).isZero();
        assertThat(away.pull().row(action).deleted()).isTrue();
    }

    @Test
    void afterThatAPhoneThatWasAwayLongerFetchesTheBucketAgain() {
        purgeAfter(TombstonePurge.KEPT.plusDays(1));

        assertThat(bucket().floor()).isPositive().isLessThanOrEqualTo(bucket().head());
        assertThat(away.pull().row(action)).isNull();
        assertThat(service.phone(referent).pull().row(action)).isNull();
        assertThat(phone.pull().ofKind(RecordKind.PERSON)).isNotEmpty();
        assertThat(count("select octet_length(sealed) from record where org_id = ? and record_id = ?", action.value()))
                .isZero();
    }

    @Test
    void aLateEditOfAPurgedRecordIsAConflict() {
        TestPhone.Change done = away.change(RecordKind.ACTION_ITEM, action, "progress", "{\"state\":\"DONE\"}");
        purgeAfter(TombstonePurge.KEPT.plusDays(1));

        away.save(dossier, done);
        List<Outcome> outcomes = away.push();

        assertThat(outcomes).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.CONFLICT);
        assertThat(phone.pull().ofKind(RecordKind.CONFLICT)).hasSize(1);
    }

    @Test
    void whatIsInConflictIsKept() {
        away.save(dossier, away.change(RecordKind.ACTION_ITEM, action, "progress", "{\"state\":\"DONE\"}"))
                .push();

        purgeAfter(TombstonePurge.KEPT.plusDays(1));

        assertThat(bucket().floor()).isZero();
    }

    @Test
    void theDatabaseLetsNothingElseBeEmptied() {
        assertThatThrownBy(() -> empty("deleted")).hasStackTraceContaining("without a position"); // no floor yet
        assertThatThrownBy(() -> empty("kind = 'person'")).hasStackTraceContaining("only_the_deleted_are_empty");
    }

    private void empty(String which) {
        service.bean(Database.class)
                .write(connection -> Sql.change(
                        connection,
                        "update record set sealed = '' where org_id = ? and " + which,
                        service.organisation()));
    }
}
