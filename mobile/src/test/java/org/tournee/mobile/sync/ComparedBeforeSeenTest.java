package org.tournee.mobile.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.ManifestParts;
import org.tournee.sync.RecordId;

/**
 * What does not fit the server's checksum is not seen: neither before it was fetched again, nor where that fails. Rule:
 * R-SYN.
 */
class ComparedBeforeSeenTest {

    private static final Tempo FAST = new Tempo(
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofSeconds(10));

    private static final int HOUSEHOLD = 4;

    private static final BucketId BUCKET = BucketId.service(HouseholdRows.dossier(HOUSEHOLD));
    private static final RecordId FIRST = HouseholdRows.record(HOUSEHOLD, 10);

    /** What was saved together. */
    private static final Set<RecordId> TOGETHER = Set.of(FIRST, HouseholdRows.record(HOUSEHOLD, 11));

    /** Another household of the same part of the manifest. */
    private static final int NEIGHBOUR = IntStream.range(HOUSEHOLD + 1, 1_000)
            .filter(number -> part(number) == part(HOUSEHOLD))
            .findFirst()
            .orElseThrow();

    /** How many of them the screens saw, each time that anything changed. */
    private final List<Long> seen = new CopyOnWriteArrayList<>();

    private CannedServer server;
    private PhoneStoreFixture phone;
    private SyncEngine engine;

    private static int part(int household) {
        return ManifestParts.of(BucketId.service(HouseholdRows.dossier(household)));
    }

    @BeforeEach
    void aPhoneThatAgrees() throws IOException {
        server = new CannedServer();
        server.put(household(false));
        server.put(HouseholdRows.household(NEIGHBOUR));
        phone = PhoneStoreFixture.towards(server.uri());
        engine = SyncEngine.start(phone.store(), SyncEngine.client(), PhoneStoreFixture.CLOCK, FAST);
        Await.until("phone and server agree", () -> engine.state().upToDate());
        phone.store().onChange(changed -> seen.add(seenOfThose()));
    }

    @AfterEach
    void close() {
        engine.close();
        phone.close();
        server.close();
    }

    private static List<FeedRow> household(boolean together) {
        return HouseholdRows.household(HOUSEHOLD).stream()
                .filter(row -> TOGETHER.contains(row.id()) == together)
                .toList();
    }

    private DossierContents dossier() {
        return phone.store().dossier(HouseholdRows.dossier(HOUSEHOLD)).orElseThrow();
    }

    private long seenOfThose() {
        return dossier().contacts().stream()
                .map(Entry::id)
                .filter(TOGETHER::contains)
                .count();
    }

    @Test
    void halfOfWhatWasSavedTogetherIsNotSeenBeforeItWasFetchedAgain() {
        server.leftOutOnce = FIRST;
        server.put(household(true));

        Await.until("both are seen", () -> seenOfThose() == TOGETHER.size());
        assertThat(server.leftOutOnce).isNull();
        assertThat(seen).doesNotContain(1L);
        assertThat(server.alarms).isEmpty();
    }

    @Test
    void norWhereTheOtherHalfIsInAnotherBucketOfItsDossier() {
        BucketId restricted = BucketId.restricted(HouseholdRows.dossier(HOUSEHOLD), HouseholdRows.CLAIRE);
        server.leftOutOnce = FIRST;
        server.put(household(true).stream()
                .map(row -> row.id().equals(FIRST) ? in(restricted, row) : row)
                .toList());

        Await.until("both are seen", () -> seenOfThose() == TOGETHER.size());
        assertThat(server.leftOutOnce).isNull();
        assertThat(seen).doesNotContain(1L);
    }

    @Test
    void norWhereFetchingItAgainFails() {
        server.cutFresh.set(1);
        server.leftOutOnce = FIRST;
        server.put(household(true));

        Await.until("both are seen", () -> seenOfThose() == TOGETHER.size());
        assertThat(server.cutFresh).hasValue(0);
        assertThat(seen).doesNotContain(1L);
    }

    @Test
    void whatDiffersIsAskedForAgainAlthoughNoHeadTellsOfIt() {
        server.cutFresh.set(1);
        server.putInPlace(reworded(server.row(BUCKET, HouseholdRows.record(HOUSEHOLD, 20))));
        server.put(HouseholdRows.household(NEIGHBOUR)); // so that their part of the manifest is told

        Await.until(
                "it is seen",
                () -> dossier().bilanItems().stream()
                        .anyMatch(item -> item.value().statement().text().startsWith("Logement quitté")));
        assertThat(server.cutFresh).hasValue(0);
        assertThat(server.alarms).isEmpty();
    }

    private static FeedRow in(BucketId bucket, FeedRow row) {
        return copy(row, bucket, row.groups());
    }

    private static FeedRow reworded(FeedRow row) {
        return copy(row, row.bucket(), row.groups().replace("Logement stable", "Logement quitté"));
    }

    private static FeedRow copy(FeedRow row, BucketId bucket, String groups) {
        return new FeedRow(
                bucket,
                row.position(),
                row.id(),
                row.kind(),
                row.rev(),
                row.author(),
                row.changedBy(),
                row.changedAt(),
                row.occurredAt(),
                false,
                groups);
    }
}
