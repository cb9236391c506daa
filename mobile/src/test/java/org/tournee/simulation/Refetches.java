package org.tournee.simulation;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tournee.mobile.store.BucketState;
import org.tournee.sync.BucketId;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.Manifest;
import org.tournee.sync.PullRequest;
import org.tournee.sync.Wire;

/**
 * Why phones fetch from its beginning what they hold. No screen shows rows that were never delivered, or positions that
 * became visible in another order: the phone compares before it shows, and mends it. That it had to is the fault.
 */
final class Refetches {

    private static final String PULL = "/sync/v1/pull";

    private final World world;
    private final Map<Phone, Exchange> manifests = new HashMap<>();

    Refetches(World world) {
        this.world = world;
    }

    /** A phone asks for something: it holds yet what it held when it planned that. */
    void asks(Phone phone, Exchange exchange) {
        if (!exchange.path.equals(PULL)) {
            return;
        }
        PullRequest request = Wire.read(PullRequest.class, exchange.body);
        if (request.cursors() == null) {
            manifests.put(phone, exchange);
            return;
        }
        Map<BucketId, BucketState> held = phone.store().cursors();
        request.cursors().forEach((name, cursor) -> {
            BucketId bucket = new BucketId(name);
            BucketState state = held.getOrDefault(bucket, BucketState.NONE);
            Violation.unless(
                    cursor > 0 || state.cursor() == 0 || isForAReason(phone, request, bucket, state),
                    "a bucket is fetched again from its beginning for a named reason alone",
                    () -> phone + " " + bucket + " which it holds up to " + state.reached());
        });
    }

    private boolean isForAReason(Phone phone, PullRequest request, BucketId bucket, BucketState held) {
        return !held.intact()
                || world.isMisled(phone)
                || isOfAnotherEpoch(phone, request)
                || told(phone).stream()
                        .filter(granted -> granted.bucket().equals(bucket))
                        .anyMatch(granted ->
                                granted.grantEpoch() != held.grantEpoch() || granted.floor() > held.reached());
    }

    /** Whether the server was set back since the phone fetched what it holds, whoever knows it. */
    private boolean isOfAnotherEpoch(Phone phone, PullRequest request) {
        return world.restores().isUnnoticed()
                || !request.epoch().equals(phone.store().epoch())
                || !request.epoch().equals(world.service().view().epoch());
    }

    /** The manifest by which it fetches: the last that it asked for, and it waited for the answer. */
    private List<GrantedBucket> told(Phone phone) {
        String lines = new String(manifests.get(phone).reply.body(), StandardCharsets.UTF_8);
        return Wire.read(Manifest.class, lines.lines().findFirst().orElse("")).buckets();
    }
}
