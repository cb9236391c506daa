package org.tournee.server.sync;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Withdrawal;

/** One line that changes whenever anything of a manifest but its order does. */
final class ManifestDigest {

    private ManifestDigest() {}

    static String of(String epoch, List<GrantedBucket> buckets, List<Withdrawal> withdrawn) {
        StringBuilder text = new StringBuilder(64 * (buckets.size() + 1)).append(epoch);
        buckets.stream()
                .sorted(Comparator.comparing(bucket -> bucket.bucket().value()))
                .forEach(bucket -> text.append('\n')
                        .append(bucket.bucket().value())
                        .append(' ')
                        .append(bucket.head())
                        .append(' ')
                        .append(bucket.grantEpoch())
                        .append(' ')
                        .append(bucket.floor()));
        withdrawn.forEach(one -> text.append(one.isErased() ? "\n!" : "\n-")
                .append(one.bucket().value())
                .append(' ')
                .append(one.grantEpoch()));
        return OperationBytes.hash(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
