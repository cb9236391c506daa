package org.tournee.server.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tournee.document.Document;
import org.tournee.dossier.DossierId;
import org.tournee.server.TestPhone;
import org.tournee.sync.Limits;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Speaks tus as a phone does; it can be made to speak it badly. */
record TusPhone(TestPhone phone, DossierId dossier) {

    static final int CHUNK = Limits.DOCUMENT_CHUNK_BYTES;

    /** Bytes as a camera gives them: not compressible. */
    static byte[] photo(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256", bytes));
    }

    static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Document describing(byte[] bytes) {
        return new Document(
                new Document.Description("avis d'imposition", null, List.of(), List.of(), LocalDate.of(2026, 12, 31)),
                new Document.Content("image/jpeg", bytes.length, sha256(bytes)),
                new Document.Ground(LocalDate.of(2026, 3, 9), null),
                null);
    }

    /** Saves and pushes the description. */
    RecordId describe(byte[] bytes) {
        RecordId id = TestPhone.newId();
        describe(id, bytes);
        return id;
    }

    void describe(RecordId id, byte[] bytes) {
        phone.save(dossier, TestPhone.create(RecordKind.DOCUMENT, id, describing(bytes)));
        phone.push();
    }

    HttpResponse<byte[]> begin(RecordId id, byte[] bytes) {
        return begin(id, bytes.length, sha256(bytes), dossier, 1);
    }

    HttpResponse<byte[]> begin(RecordId id, long size, String sha256, DossierId of, long grantEpoch) {
        Map<String, String> headers = tus();
        headers.put("Upload-Length", Long.toString(size));
        headers.put(
                "Upload-Metadata",
                "document " + base64(id) + ",dossier " + base64(of) + ",sha256 " + base64(sha256) + ",grant_epoch "
                        + base64(grantEpoch));
        return phone.ask("POST", TusProtocol.ROOT, new byte[0], headers);
    }

    HttpResponse<byte[]> chunk(RecordId id, long offset, byte[] chunk) {
        return chunk(id, offset, chunk, digest("SHA-1", chunk));
    }

    HttpResponse<byte[]> chunk(RecordId id, long offset, byte[] chunk, byte[] sha1) {
        Map<String, String> headers = tus();
        headers.put("Upload-Offset", Long.toString(offset));
        headers.put("Content-Type", "application/offset+octet-stream");
        headers.put("Upload-Checksum", "sha1 " + Base64.getEncoder().encodeToString(sha1));
        return phone.ask("PATCH", TusProtocol.ROOT + "/" + id, chunk, headers);
    }

    HttpResponse<byte[]> head(RecordId id) {
        return phone.ask("HEAD", TusProtocol.ROOT + "/" + id, new byte[0], tus());
    }

    long offset(RecordId id) {
        return head(id).headers().firstValueAsLong("Upload-Offset").orElse(-1);
    }

    /** Sends from that byte to the end; the last answer. */
    HttpResponse<byte[]> send(RecordId id, byte[] bytes, int from) {
        HttpResponse<byte[]> last = null;
        for (int at = from; at < bytes.length; at += CHUNK) {
            last = chunk(id, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + CHUNK)));
        }
        return last;
    }

    HttpResponse<byte[]> content(RecordId id) {
        return phone.get(TusProtocol.ROOT + "/" + id + "/content");
    }

    HttpResponse<byte[]> content(RecordId id, String range) {
        return phone.ask("GET", TusProtocol.ROOT + "/" + id + "/content", new byte[0], Map.of("Range", range));
    }

    private static Map<String, String> tus() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Tus-Resumable", "1.0.0");
        return headers;
    }

    private static String base64(Object value) {
        return Base64.getEncoder().encodeToString(value.toString().getBytes(UTF_8));
    }
}
