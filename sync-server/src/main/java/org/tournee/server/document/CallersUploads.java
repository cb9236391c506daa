package org.tournee.server.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.exception.UploadNotFoundException;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.UploadLockingService;
import me.desair.tus.server.upload.UploadStorageService;
import me.desair.tus.server.upload.concatenation.UploadConcatenationService;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.Caller;
import org.tournee.sync.Limits;
import org.tournee.sync.RecordId;

/**
 * The uploads of one caller, as the protocol's library wants to see them. Of the extensions only creation and checksum
 * are spoken, so that what belongs to the others is never asked for.
 */
final class CallersUploads implements UploadStorageService {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Smaller pieces are not kept, but for the last: they would make a document of thousands of objects. */
    private static final int SMALLEST_PIECE = 64 * 1024;

    private final Caller caller;
    private final Uploads uploads;
    private @Nullable UploadIdFactory ids;

    CallersUploads(Caller caller, Uploads uploads) {
        this.caller = caller;
        this.uploads = uploads;
    }

    @Override
    public @Nullable UploadInfo getUploadInfo(String uri, @Nullable String ownerKey) {
        UploadId id = ids == null ? null : ids.readUploadId(uri);
        return id == null ? null : getUploadInfo(id);
    }

    @Override
    public @Nullable UploadInfo getUploadInfo(UploadId id) {
        return uploads.find(caller, document(id)).map(CallersUploads::info).orElse(null);
    }

    @Override
    public UploadInfo create(UploadInfo info, @Nullable String ownerKey) {
        Upload wanted = wanted(info);
        uploads.begin(caller, wanted, number(info.getMetadata(), "grant_epoch"));
        return info(wanted);
    }

    @Override
    public UploadInfo append(UploadInfo info, InputStream body) throws IOException, TusException {
        Upload upload =
                uploads.find(caller, document(info.getId())).orElseThrow(() -> new UploadNotFoundException("gone"));
        Received received = Received.from(body, Limits.DOCUMENT_CHUNK_BYTES);
        if (received.tooLong()) {
            throw DocumentProblems.tooLarge();
        }
        byte[] bytes = received.bytes();
        long fromByte = info.getOffset();
        boolean worthIt = bytes.length >= SMALLEST_PIECE || fromByte + bytes.length == upload.sizeBytes();
        Upload after = worthIt && bytes.length > 0 ? uploads.add(upload, fromByte, bytes) : upload;
        received.rethrowCut();
        return info(after);
    }

    @Override
    public void removeLastNumberOfBytes(@Nullable UploadInfo info, long count) throws IOException {
        if (info == null || count <= 0) {
            return;
        }
        Upload upload = uploads.find(caller, document(info.getId())).orElse(null);
        if (upload != null) {
            uploads.takeBack(upload, upload.receivedBytes() - count);
        }
    }

    private Upload wanted(UploadInfo info) {
        Map<String, String> metadata = info.getMetadata();
        Long length = info.getLength();
        String sha256 = metadata.getOrDefault("sha256", "");
        if (length == null || sha256 == null || !SHA256.matcher(sha256).matches()) {
            throw DocumentProblems.malformed();
        }
        return new Upload(
                caller.organisation(),
                new RecordId(uuid(metadata, "document")),
                new DossierId(uuid(metadata, "dossier")),
                caller.worker(),
                length,
                sha256,
                0,
                Upload.State.ARRIVING);
    }

    private static UUID uuid(Map<String, String> metadata, String name) {
        try {
            return UUID.fromString(metadata.getOrDefault(name, ""));
        } catch (IllegalArgumentException e) {
            throw DocumentProblems.malformed();
        }
    }

    private static long number(Map<String, String> metadata, String name) {
        try {
            return Long.parseLong(metadata.getOrDefault(name, ""));
        } catch (NumberFormatException e) {
            throw DocumentProblems.malformed();
        }
    }

    private static UploadInfo info(Upload upload) {
        UploadInfo info = new UploadInfo();
        info.setId(new UploadId(upload.document().value()));
        info.setLength(upload.sizeBytes());
        info.setOffset(upload.receivedBytes());
        return info;
    }

    private static RecordId document(UploadId id) {
        return new RecordId((UUID) id.getOriginalObject());
    }

    @Override
    public void setIdFactory(UploadIdFactory factory) {
        ids = factory;
    }

    @Override
    public @Nullable String getUploadUri() {
        return ids == null ? null : ids.getUploadUri();
    }

    @Override
    public long getMaxUploadSize() {
        return Limits.DOCUMENT_BYTES;
    }

    @Override
    public void setMaxUploadSize(@Nullable Long size) {
        // the limit is the protocol's
    }

    @Override
    public void update(UploadInfo info) {
        // only a length that is told late is written this way, and then there is no upload to begin
    }

    @Override
    public @Nullable Long getUploadExpirationPeriod() {
        return null;
    }

    @Override
    public void setUploadExpirationPeriod(@Nullable Long period) {
        // abandoned uploads are swept by DocumentHousekeeping
    }

    @Override
    public void setUploadConcatenationService(UploadConcatenationService service) {
        // not spoken
    }

    @Override
    public UploadConcatenationService getUploadConcatenationService() {
        throw notSpoken();
    }

    @Override
    public InputStream getUploadedBytes(String uri, String ownerKey) {
        throw notSpoken();
    }

    @Override
    public InputStream getUploadedBytes(UploadId id) {
        throw notSpoken();
    }

    @Override
    public void copyUploadTo(UploadInfo info, OutputStream out) {
        throw notSpoken();
    }

    @Override
    public void cleanupExpiredUploads(UploadLockingService locks) {
        throw notSpoken();
    }

    @Override
    public void terminateUpload(UploadInfo info) {
        throw notSpoken();
    }

    private static UnsupportedOperationException notSpoken() {
        return new UnsupportedOperationException("This extension of tus is not spoken");
    }
}
