package org.tournee.mobile.sync;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tournee.mobile.sync.AuthMessages.EnrolAnswer;
import org.tournee.mobile.sync.AuthMessages.EnrolRequest;
import org.tournee.mobile.sync.AuthMessages.RecoverAnswer;
import org.tournee.mobile.sync.AuthMessages.RecoverRequest;
import org.tournee.mobile.sync.AuthMessages.RefreshRequest;
import org.tournee.mobile.sync.AuthMessages.SuccessionRequest;
import org.tournee.mobile.sync.AuthMessages.Tokens;
import org.tournee.mobile.sync.ServerFailure.Kind;
import org.tournee.sync.Acknowledgement;
import org.tournee.sync.ChecksumAlarm;
import org.tournee.sync.DoorAnswer;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.DoorHeader;
import org.tournee.sync.HeldAnswer;
import org.tournee.sync.HeldRequest;
import org.tournee.sync.MalformedException;
import org.tournee.sync.PullRequest;
import org.tournee.sync.PushAnswer;
import org.tournee.sync.Session;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** The server's doors, as HTTP. Every call blocks until a whole answer is there, or says why there is none. */
final class ServerGateway {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    private final HttpClient http;
    private final URI server;
    private final Duration patience;
    private final Packings packings = new Packings();

    /** @param patience how long a whole answer may take */
    ServerGateway(HttpClient http, URI server, Duration patience) {
        this.http = http;
        this.server = server;
        this.patience = patience;
    }

    EnrolAnswer enrol(EnrolRequest request) throws ServerFailure {
        return read(EnrolAnswer.class, signIn("/auth/v1/enrol", request));
    }

    /** Asks for the key of a store whose PIN was forgotten. */
    RecoverAnswer recover(RecoverRequest request) throws ServerFailure {
        return read(RecoverAnswer.class, signIn("/auth/v1/recover", request));
    }

    Tokens refresh(String refreshToken) throws ServerFailure {
        return read(Tokens.class, signIn("/auth/v1/refresh", new RefreshRequest(refreshToken)));
    }

    /** Asks for a stream that goes on in place of the one that {@code access} speaks for. */
    Tokens succeed(SuccessionRequest request, String access) throws ServerFailure {
        return read(
                Tokens.class,
                send(authorised("/auth/v1/succeed", access)
                        .header("Content-Type", JSON)
                        .POST(BodyPublishers.ofString(Wire.json(request)))));
    }

    /** Ends the tokens of the stream. */
    void signOut(String access) throws ServerFailure {
        send(authorised("/auth/v1/sign-out", access).POST(BodyPublishers.noBody()));
    }

    /** Which of those operations the server holds. */
    HeldAnswer held(HeldRequest asked, String access) throws ServerFailure {
        return read(
                HeldAnswer.class,
                send(authorised("/sync/v1/held", access)
                        .header("Content-Type", JSON)
                        .POST(BodyPublishers.ofString(Wire.json(asked)))));
    }

    /** Delivers at the push-only door: no token is needed, and none is sent. */
    DoorAnswer deliver(DoorHeader header, List<DoorEnvelope> envelopes) throws ServerFailure {
        StringBuilder lines = new StringBuilder(Wire.json(header)).append('\n');
        envelopes.forEach(envelope -> lines.append(Wire.json(envelope)).append('\n'));
        return read(
                DoorAnswer.class,
                send(to(DoorEnvelope.PATH)
                        .header("Content-Type", NDJSON)
                        .POST(BodyPublishers.ofString(lines.toString()))));
    }

    private byte[] signIn(String path, Object request) throws ServerFailure {
        try {
            return send(to(path).header("Content-Type", JSON).POST(BodyPublishers.ofString(Wire.json(request))));
        } catch (ServerFailure e) {
            throw e.kind() == Kind.UNAUTHORISED ? ServerFailure.of(Kind.SIGN_IN_AGAIN, e) : e;
        }
    }

    /** @param acknowledged the last operation that the server told it holds: should it know less, it was set back */
    Session session(StreamId stream, String epoch, long acknowledged, String access) throws ServerFailure {
        String question = "?stream_id=" + stream + "&acknowledged=" + acknowledged + "&epoch="
                + URLEncoder.encode(epoch, StandardCharsets.UTF_8);
        return read(
                Session.class,
                send(authorised("/sync/v1/session" + question, access).GET()));
    }

    /** @param lines the header, then operations verbatim, as UTF-8 */
    Awaited<PushAnswer> push(List<byte[]> lines, String access) {
        Packing packing = packings.sending();
        HttpRequest.Builder request = authorised("/sync/v1/push", access)
                .header("Content-Type", NDJSON)
                .header("Content-Encoding", packing.encoding())
                .POST(BodyPublishers.ofByteArray(packing.pack(lines)));
        Awaited<byte[]> body = begin(request);
        return () -> taken(body);
    }

    private PushAnswer taken(Awaited<byte[]> body) throws ServerFailure {
        try {
            return read(PushAnswer.class, body.await());
        } catch (ServerFailure e) {
            if (e.kind() == Kind.UNEXPECTED) {
                packings.sendPlainly();
            }
            throw e;
        }
    }

    Awaited<PullAnswer> pull(PullRequest asked, String access) {
        HttpRequest.Builder request = authorised("/sync/v1/pull", access)
                .header("Content-Type", JSON)
                .header("Accept", NDJSON)
                .header("Accept-Encoding", packings.accepted())
                .POST(BodyPublishers.ofString(Wire.json(asked)));
        Awaited<byte[]> body = begin(request);
        return () -> pulled(body.await(), asked.cursors() != null);
    }

    private static PullAnswer pulled(byte[] body, boolean withRows) throws ServerFailure {
        try {
            return PullAnswer.read(body, withRows);
        } catch (MalformedException e) {
            throw ServerFailure.of(Kind.UNEXPECTED, e);
        }
    }

    /** Tells that contents differ. */
    void alarm(ChecksumAlarm alarm, String access) throws ServerFailure {
        tell("/sync/v1/alarms", alarm, access);
    }

    /** Tells that withdrawn buckets are gone from here. */
    void acknowledge(Acknowledgement withdrawn, String access) throws ServerFailure {
        tell("/sync/v1/withdrawals", withdrawn, access);
    }

    private void tell(String path, Object what, String access) throws ServerFailure {
        send(authorised(path, access).header("Content-Type", JSON).POST(BodyPublishers.ofString(Wire.json(what))));
    }

    /** Listens; the stream ends with the connection. Whoever gets it closes it. */
    InputStream events(String access) throws ServerFailure {
        HttpRequest.Builder request = authorised("/sync/v1/events", access)
                .header("Accept", "text/event-stream")
                .GET();
        HttpResponse<InputStream> response = answer(http.sendAsync(request.build(), BodyHandlers.ofInputStream()));
        if (response.statusCode() == 200) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            throw Refusals.of(response.statusCode(), body.readAllBytes(), response.headers());
        } catch (IOException e) {
            throw ServerFailure.of(Kind.NO_NETWORK, e);
        }
    }

    private HttpRequest.Builder authorised(String path, String access) {
        return to(path).header("Authorization", "Bearer " + access);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(patience);
    }

    private byte[] send(HttpRequest.Builder request) throws ServerFailure {
        return begin(request).await();
    }

    private Awaited<byte[]> begin(HttpRequest.Builder request) {
        CompletableFuture<HttpResponse<byte[]>> coming = http.sendAsync(request.build(), BodyHandlers.ofByteArray());
        return () -> {
            HttpResponse<byte[]> response = answer(coming);
            byte[] body = plain(response);
            if (response.statusCode() / 100 != 2) {
                throw Refusals.of(response.statusCode(), body, response.headers());
            }
            return body;
        };
    }

    /** The client's own limit ends with the headers: this one holds for the whole answer. */
    private <T> HttpResponse<T> answer(CompletableFuture<HttpResponse<T>> answer) throws ServerFailure {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw ServerFailure.of(Kind.NO_NETWORK, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw ServerFailure.of(Kind.NO_NETWORK, e);
        }
    }

    private byte[] plain(HttpResponse<byte[]> response) throws ServerFailure {
        try {
            return packings.open(
                    response.headers().firstValue("Content-Encoding").orElse(null), response.body());
        } catch (IOException e) {
            throw ServerFailure.of(Kind.NO_NETWORK, e); // cut on the way
        }
    }

    private static <T> T read(Class<T> type, byte[] body) throws ServerFailure {
        try {
            return Wire.read(type, body);
        } catch (MalformedException e) {
            throw ServerFailure.of(Kind.UNEXPECTED, e);
        }
    }
}
