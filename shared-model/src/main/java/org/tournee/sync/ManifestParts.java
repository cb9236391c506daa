package org.tournee.sync;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a worker may hold, cut into a fixed number of parts with a digest each, so that phone and server find out where
 * they differ at a cost that does not grow with the caseload. All buckets of a dossier are of one part, for they are
 * fetched together. Both sides compute it: the phone from what it holds, the server from what it grants. Rule: R-SYN.
 */
public final class ManifestParts {

    /** How many there are: at the most dossiers that a worker may hold, a part has about eight of them. */
    public static final int COUNT = 64;

    /** Of a SHA-256; two different parts have the same by an accident of one in 2^64. */
    private static final int DIGEST_BYTES = 8;

    private final List<List<String>> lines = new ArrayList<>();
    private final SortedSet<Integer> unsure = new TreeSet<>();

    public ManifestParts() {
        for (int part = 0; part < COUNT; part++) {
            lines.add(new ArrayList<>());
        }
    }

    /** The part that the bucket belongs to, from 0. */
    public static int of(BucketId bucket) {
        String together = bucket.dossier().map(Object::toString).orElse(bucket.value());
        return Math.floorMod(together.hashCode(), COUNT);
    }

    /** Everything in the bucket up to {@code head}, under that grant. */
    public void add(BucketId bucket, long head, long grantEpoch) {
        lines.get(of(bucket)).add(bucket.value() + ' ' + head + ' ' + grantEpoch);
    }

    /** Something in the bucket's part is to be told whatever the other side has. */
    public void addUnsure(BucketId bucket) {
        unsure.add(of(bucket));
    }

    /** The digest of each part, short; of one that is not sure, empty, which no part has. */
    public List<String> digests() {
        List<String> digests = new ArrayList<>(COUNT);
        for (int part = 0; part < COUNT; part++) {
            digests.add(unsure.contains(part) ? "" : digest(lines.get(part)));
        }
        return digests;
    }

    /** The parts in which two sides differ; all of them where one has another number of parts. */
    public static SortedSet<Integer> differing(List<String> one, List<String> other) {
        SortedSet<Integer> differing = new TreeSet<>();
        for (int part = 0; part < COUNT; part++) {
            if (one.size() != COUNT || other.size() != COUNT || !one.get(part).equals(other.get(part))) {
                differing.add(part);
            }
        }
        return differing;
    }

    private static String digest(List<String> part) {
        String text = String.join("\n", part.stream().sorted().toList());
        byte[] hash = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, DIGEST_BYTES));
    }
}
