package org.tournee.mobile.sync;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.mobile.store.KeptDocument.Refusal;
import org.tournee.mobile.sync.ServerFailure.Kind;
import org.tournee.sync.RecordId;

/** The server's doors for the bytes of documents: tus 1.0 with creation and checksum. */
final class DocumentGateway {

    private static final String ROOT = "/sync/v1/documents";

    private final HttpClient http;
    private final URI server;
    private final Duration patience;

    DocumentGateway(HttpClient http, URI server, Duration patience) {
        this.http = http;
        this.server = server;
        this.patience = patience;
    }

    /** What the server said of an upload. */
    sealed interface Answer {}

    /** It has so many bytes; with all of them it holds the document. */
    record At(long offset) implements Answer {}

    /** It knows of no such upload. */
    record NotBegun() implements Answer {}

    /** The end is elsewhere, or a chunk arrived damaged: it is to be asked again. */
    record AskAgain() implements Answer {}

    /** It does not take the document. */
    record Refused(Refusal why) implements Answer {}

    Answer offset(RecordId document, String access) throws ServerFailure {
        HttpResponse<byte[]> answer = send(to("/" + document, access).method("HEAD", BodyPublishers.noBody()));
        return answer.statusCode() == 404 ? new NotBegun() : standing(answer);
    }

    Answer begin(KeptDocument document, String access) throws ServerFailure {
        String metadata = "document " + base64(document.document()) + ",dossier " + base64(document.dossier())
                + ",sha256 " + base64(document.sha256()) + ",grant_epoch " + base64(document.grantEpoch());
        HttpResponse<byte[]> answer = send(to("", access)
                .header("Upload-Length", Long.toString(document.sizeBytes()))
                .header("Upload-Metadata", metadata)
                .POST(BodyPublishers.noBody()));
        return answer.statusCode() == 201 ? new At(0) : refusal(answer);
    }

    Answer add(KeptDocument document, long offset, byte[] chunk, String access) throws ServerFailure {
        HttpResponse<byte[]> answer = send(to("/" + document.document(), access)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", Long.toString(offset))
                .header("Upload-Checksum", "sha1 " + sha1(chunk))
                .method("PATCH", BodyPublishers.ofByteArray(chunk)));
        boolean differently = answer.statusCode() == 460 || answer.statusCode() == 409 || answer.statusCode() == 404;
        return differently ? new AskAgain() : standing(answer);
    }

    /** What follows, from that byte on, of a document that the server holds: as much as it gives at once, never nothing. */
    byte[] content(RecordId document, long from, String access) throws ServerFailure {
        HttpResponse<byte[]> answer = send(to("/" + document + "/content", access)
                .header("Range", "bytes=" + from + "-")
                .GET());
        boolean whole = answer.statusCode() == 200;
        if (!whole && answer.statusCode() != 206) {
            throw Refusals.of(answer.statusCode(), answer.body(), answer.headers());
        }
        byte[] body = answer.body();
        byte[] next = whole ? Arrays.copyOfRange(body, (int) Math.min(from, body.length), body.length) : body;
        if (next.length == 0) {
            throw ServerFailure.of(Kind.UNEXPECTED);
        }
        return next;
    }

    private static Answer standing(HttpResponse<byte[]> answer) throws ServerFailure {
        if (answer.statusCode() / 100 != 2) {
            return refusal(answer);
        }
        long offset = answer.headers().firstValueAsLong("Upload-Offset").orElse(-1);
        if (offset < 0) {
            throw ServerFailure.of(Kind.UNEXPECTED);
        }
        return new At(offset);
    }

    private static Answer refusal(HttpResponse<byte[]> answer) throws ServerFailure {
        return switch (answer.statusCode()) {
            case 409 -> new Refused(Refusal.DIFFERS);
            case 413 -> new Refused(Refusal.TOO_LARGE);
            case 422 -> new Refused(Refusal.ALTERED);
            default -> {
                ServerFailure failure = Refusals.of(answer.statusCode(), answer.body(), answer.headers());
                if (failure.kind() != Kind.NOT_ALLOWED) {
                    throw failure;
                }
                yield new Refused(Refusal.NOT_ALLOWED);
            }
        };
    }

    private HttpRequest.Builder to(String path, String access) {
        return HttpRequest.newBuilder(server.resolve(ROOT + path))
                .timeout(patience)
                .header("Tus-Resumable", "1.0.0")
                .header("Authorization", "Bearer " + access);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws ServerFailure {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw ServerFailure.of(Kind.NO_NETWORK, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServerFailure.of(Kind.NO_NETWORK, e);
        }
    }

    private static String base64(Object value) {
        return Base64.getEncoder().encodeToString(value.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The algorithm that every tus server knows; it finds damage, and the whole is hashed with SHA-256. */
    private static String sha1(byte[] chunk) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(chunk));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every platform has SHA-1", e);
        }
    }
}
