package org.tournee.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.WorkerId;

/** Phone and server find out where they differ without naming everything. Rule: R-SYN. */
class ManifestPartsTest {

    private final Map<BucketId, Long> heads = new HashMap<>();
    private List<String> before = List.of();

    @BeforeEach
    void aCaseload() {
        heads.put(BucketId.REFERENCE, 12L);
        for (int number = 0; number < 300; number++) {
            heads.put(BucketId.service(dossier(number)), 40L + number);
        }
        before = digests();
    }

    @Test
    void theSameBucketsHaveTheSameDigestsInWhateverOrderTheyCome() {
        ManifestParts backwards = new ManifestParts();
        heads.keySet().stream()
                .sorted((one, other) -> other.value().compareTo(one.value()))
                .forEach(bucket -> backwards.add(bucket, heads.get(bucket), 1));

        assertThat(backwards.digests()).isEqualTo(before).hasSize(ManifestParts.COUNT);
        assertThat(ManifestParts.differing(before, digests())).isEmpty();
    }

    @Test
    void aHeadThatMovedIsSeenInItsPartAlone() {
        BucketId moved = BucketId.service(dossier(7));
        heads.merge(moved, 1L, Long::sum);

        assertThat(ManifestParts.differing(before, digests())).containsExactly(ManifestParts.of(moved));
    }

    @Test
    void aBucketThatCameAndOneThatWentAreSeen() {
        BucketId gone = BucketId.service(dossier(8));
        BucketId came = BucketId.service(dossier(400));
        heads.remove(gone);
        heads.put(came, 1L);

        assertThat(ManifestParts.differing(before, digests())).contains(ManifestParts.of(gone), ManifestParts.of(came));
    }

    @Test
    void anotherGrantOfTheSameBucketIsSeen() {
        ManifestParts again = new ManifestParts();
        heads.forEach((bucket, head) -> again.add(bucket, head, bucket.equals(BucketId.REFERENCE) ? 2 : 1));

        assertThat(ManifestParts.differing(before, again.digests()))
                .containsExactly(ManifestParts.of(BucketId.REFERENCE));
    }

    @Test
    void allBucketsOfADossierAreOfOnePart() {
        DossierId dossier = dossier(3);
        BucketId restricted = BucketId.restricted(dossier, new WorkerId(new UUID(9, 9)));

        assertThat(ManifestParts.of(restricted)).isEqualTo(ManifestParts.of(BucketId.service(dossier)));
    }

    @Test
    void whatIsNotSureDiffersFromEverythingEvenFromItself() {
        ManifestParts unsure = new ManifestParts();
        heads.forEach((bucket, head) -> unsure.add(bucket, head, 1));
        unsure.addUnsure(BucketId.REFERENCE);

        assertThat(ManifestParts.differing(unsure.digests(), before))
                .containsExactly(ManifestParts.of(BucketId.REFERENCE));
    }

    @Test
    void anotherNumberOfPartsSaysNothing() {
        SortedSet<Integer> differing = ManifestParts.differing(Collections.nCopies(32, "x"), before);

        assertThat(differing).hasSize(ManifestParts.COUNT);
    }

    @Test
    void caseloadsSpreadOverAllParts() {
        Map<Integer, Integer> dossiers = new HashMap<>();
        heads.keySet().forEach(bucket -> dossiers.merge(ManifestParts.of(bucket), 1, Integer::sum));

        assertThat(dossiers.values()).allMatch(count -> count < 20);
    }

    @Test
    void whatAPhoneMayHoldIsWhatItHoldsInPartsThatAgreeAndWhatTheManifestSaysElsewhere() {
        BucketId kept = BucketId.service(dossier(1));
        BucketId told = BucketId.service(dossier(2));
        BucketId gone = elsewhereIn(ManifestParts.of(told));
        Manifest manifest = new Manifest(
                "e",
                java.time.Instant.EPOCH,
                "d",
                false,
                List.of(new GrantedBucket(told, 3, 1, 0, null)),
                Set.of(ManifestParts.of(told)),
                List.of());

        assertThat(manifest.granted(Set.of(kept, told, gone))).containsExactlyInAnyOrder(kept, told);
    }

    private BucketId elsewhereIn(int part) {
        return heads.keySet().stream()
                .filter(bucket -> ManifestParts.of(bucket) == part && !bucket.equals(BucketId.service(dossier(2))))
                .findFirst()
                .orElseThrow();
    }

    private List<String> digests() {
        ManifestParts parts = new ManifestParts();
        heads.forEach((bucket, head) -> parts.add(bucket, head, 1));
        return parts.digests();
    }

    private static DossierId dossier(int number) {
        return new DossierId(UUID.nameUUIDFromBytes(new byte[] {(byte) number, (byte) (number >> 8)}));
    }
}
