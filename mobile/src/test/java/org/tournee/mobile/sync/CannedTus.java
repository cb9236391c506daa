package org.tournee.mobile.sync;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.tournee.sync.Limits;

/** Takes documents in as the contract says; breaks, damages and refuses when told. */
final class CannedTus {

    static final String ROOT = "/sync/v1/documents";

    final List<Integer> chunks = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger cutChunks = new AtomicInteger();
    final AtomicInteger damageChunks = new AtomicInteger();
    final AtomicInteger stopAfterChunks = new AtomicInteger(Integer.MAX_VALUE);
    volatile int refuseBeginning;
    volatile int refuseEnd;

    /** How many documents are lost before they are hashed. */
    final AtomicInteger loseWholes = new AtomicInteger();

    private final Map<String, ByteArrayOutputStream> received = new HashMap<>();
    /** How many fetches after the first part of a document break. */
    final AtomicInteger cutFetches = new AtomicInteger();
    /** From which byte on each part was given. */
    final List<Integer> fetched = new CopyOnWriteArrayList<>();

    private final Map<String, Long> lengths = new HashMap<>();

    /** What it holds of a document; empty for none. */
    synchronized byte[] bytes(String document) {
        ByteArrayOutputStream bytes = received.get(document);
        return bytes == null ? new byte[0] : bytes.toByteArray();
    }

    /** Puts a document there as another phone would. */
    synchronized void put(String document, byte[] bytes) {
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        held.writeBytes(bytes);
        received.put(document, held);
        lengths.put(document, (long) bytes.length);
    }

    /** It was set back to before that document came. */
    synchronized void lose(String document) {
        received.remove(document);
        lengths.remove(document);
    }

    synchronized void answer(HttpExchange exchange, byte[] body) throws IOException {
        String document = exchange.getRequestURI()
                .getPath()
                .replace(ROOT, "")
                .replace("/content", "")
                .replace("/", "");
        switch (exchange.getRequestMethod()) {
            case "POST" -> begin(exchange);
            case "HEAD" -> standing(exchange, document, 200);
            case "PATCH" -> add(exchange, document, body);
            default -> {
                String range = exchange.getRequestHeaders().getFirst("Range");
                int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
                if (from > 0 && cutFetches.getAndDecrement() > 0) {
                    throw new IOException("cut");
                }
                byte[] bytes = bytes(document);
                byte[] part =
                        Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + Limits.DOCUMENT_CHUNK_BYTES));
                fetched.add(from);
                exchange.sendResponseHeaders(206, part.length);
                exchange.getResponseBody().write(part);
            }
        }
    }

    private void begin(HttpExchange exchange) throws IOException {
        String metadata = exchange.getRequestHeaders().getFirst("Upload-Metadata");
        String encoded = metadata.substring("document ".length(), metadata.indexOf(','));
        String document = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        if (refuseBeginning == 0) {
            received.putIfAbsent(document, new ByteArrayOutputStream());
            lengths.put(document, Long.valueOf(exchange.getRequestHeaders().getFirst("Upload-Length")));
        }
        exchange.sendResponseHeaders(refuseBeginning == 0 ? 201 : refuseBeginning, -1);
    }

    private void standing(HttpExchange exchange, String document, int status) throws IOException {
        ByteArrayOutputStream bytes = received.get(document);
        if (bytes != null) {
            exchange.getResponseHeaders().set("Upload-Offset", Integer.toString(bytes.size()));
        }
        exchange.sendResponseHeaders(bytes == null ? 404 : status, -1);
    }

    private void add(HttpExchange exchange, String document, byte[] body) throws IOException {
        if (stopAfterChunks.getAndDecrement() <= 0) {
            return; // the network is gone
        }
        ByteArrayOutputStream bytes = received.get(document);
        byte[] arrived = body.clone();
        if (taken(damageChunks)) {
            arrived[arrived.length / 2] ^= 1;
        }
        String sum = exchange.getRequestHeaders().getFirst("Upload-Checksum").substring("sha1 ".length());
        if (!sum.equals(sha1(arrived))) {
            exchange.sendResponseHeaders(460, -1);
            return;
        }
        if (taken(cutChunks)) {
            bytes.writeBytes(Arrays.copyOf(arrived, arrived.length / 2));
            return; // half of it arrived, and nobody says so
        }
        chunks.add(arrived.length);
        bytes.writeBytes(arrived);
        boolean whole = bytes.size() == lengths.get(document);
        if (whole && (refuseEnd != 0 || taken(loseWholes))) {
            received.remove(document);
            exchange.sendResponseHeaders(refuseEnd == 0 ? 422 : refuseEnd, -1);
        } else {
            standing(exchange, document, 204);
        }
    }

    private static boolean taken(AtomicInteger counter) {
        return counter.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private static String sha1(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
