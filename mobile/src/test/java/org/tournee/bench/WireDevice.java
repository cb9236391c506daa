package org.tournee.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.Groups;
import org.tournee.sync.Manifest;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.PullEnd;
import org.tournee.sync.PullRequest;
import org.tournee.sync.PushAnswer;
import org.tournee.sync.PushHeader;
import org.tournee.sync.RecordKind;
import org.tournee.sync.StreamId;
import org.tournee.sync.TxId;
import org.tournee.sync.Wire;

/**
 * A device as the server sees it: says over HTTP what a phone says, without a store behind it, so that one process can
 * be fifteen hundred of them. Every call fails where the answer is not the one that a phone hopes for.
 */
final class WireDevice {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int BUSY = 503;

    private final HttpClient http;
    private final URI server;
    private final StreamId stream;
    private final boolean patient;
    private String epoch = "";
    private String access = "";
    private long opSeq;
    private String lastHash = OperationBytes.NO_PREVIOUS;

    /** @param patient whether it comes back when the server asks it to, as a phone does, instead of failing */
    WireDevice(HttpClient http, URI server, StreamId stream, boolean patient) {
        this.http = http;
        this.server = server;
        this.stream = stream;
        this.patient = patient;
    }

    /** Gets an access token for a refresh token. */
    CompletableFuture<String> renew(String refreshToken) {
        String body = "{\"refresh_token\":\"" + refreshToken + "\"}";
        return post("/auth/v1/refresh", "application/json", body).thenApply(answer -> {
            access = textIn(answer, "access_token");
            return access;
        });
    }

    /** Sends so many new contacts of that dossier together. */
    CompletableFuture<PushAnswer> record(DossierId dossier, int contacts) {
        StringBuilder body = new StringBuilder(
                Wire.json(new PushHeader(stream, epoch, Clock.systemUTC().instant())));
        for (int i = 0; i < contacts; i++) {
            byte[] bytes = contact(dossier);
            lastHash = OperationBytes.hash(bytes);
            body.append('\n').append(new String(bytes, StandardCharsets.UTF_8));
        }
        return post("/sync/v1/push", "application/x-ndjson", body.toString()).thenApply(this::taken);
    }

    private byte[] contact(DossierId dossier) {
        opSeq++;
        return OperationBytes.make(new Operation(
                stream,
                opSeq,
                lastHash,
                new TxId(UUID.randomUUID()),
                0,
                1,
                Action.CREATE,
                RecordKind.CONTACT.code(),
                Contacts.newId(),
                dossier,
                Audience.SERVICE,
                Operation.SCHEMA,
                epoch,
                1,
                0,
                Groups.of(Contacts.contact((int) opSeq)).changesSince(Groups.NONE),
                Clock.systemUTC().instant(),
                UUID.randomUUID().toString()));
    }

    private PushAnswer taken(String answer) {
        PushAnswer taken = Wire.read(PushAnswer.class, answer);
        if (taken.lastOpSeq() != opSeq || taken.outcomes().stream().anyMatch(outcome -> outcome.reason() != null)) {
            throw new AssertionError("Not all operations were taken: " + answer);
        }
        return taken;
    }

    /** Asks what is granted. */
    CompletableFuture<Manifest> manifest() {
        return pull(null).thenApply(lines -> {
            Manifest manifest = Wire.read(Manifest.class, lines.get(0));
            epoch = manifest.epoch();
            return manifest;
        });
    }

    /** Fetches what is new in those buckets since; tells how many rows came. */
    CompletableFuture<Integer> fetch(List<GrantedBucket> buckets, Map<String, Long> held) {
        Map<String, Long> cursors = new HashMap<>();
        for (GrantedBucket bucket : buckets) {
            long cursor = held.getOrDefault(bucket.bucket().value(), 0L);
            if (bucket.head() > cursor) {
                cursors.put(bucket.bucket().value(), cursor);
            }
        }
        return pull(cursors).thenApply(lines -> {
            Wire.read(PullEnd.class, lines.get(lines.size() - 1));
            return lines.size() - 2;
        });
    }

    private CompletableFuture<List<String>> pull(@Nullable Map<String, Long> cursors) {
        return post(
                        "/sync/v1/pull",
                        "application/json",
                        Wire.json(new PullRequest(stream, epoch, null, null, cursors, Operation.SCHEMA)))
                .thenApply(answer -> answer.lines().toList());
    }

    private CompletableFuture<String> post(String path, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + access)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return send(request);
    }

    private CompletableFuture<String> send(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString())
                .thenCompose(response -> patient && response.statusCode() == BUSY
                        ? asked(response).thenCompose(now -> send(request))
                        : CompletableFuture.completedFuture(good(response)));
    }

    /** Done once the server wants to be asked again. */
    private static CompletableFuture<Void> asked(HttpResponse<?> response) {
        long seconds = response.headers().firstValueAsLong("Retry-After").orElseThrow();
        return CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS));
    }

    private static String good(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static String textIn(String json, String name) {
        String text = Groups.parse(json).get(name);
        if (text == null) {
            throw new AssertionError("No " + name);
        }
        return text.substring(1, text.length() - 1);
    }
}
