package org.tournee.server.document;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadLock;
import me.desair.tus.server.upload.UploadLockingService;
import me.desair.tus.server.upload.UuidUploadIdFactory;
import org.tournee.server.access.Caller;

/** tus 1.0 with creation and checksum, spoken by the library over the uploads of one caller. */
@Singleton
class TusProtocol {

    static final String ROOT = "/sync/v1/documents";

    private static final List<String> NOT_SPOKEN = List.of("termination", "expiration", "concatenation");

    private final Uploads uploads;

    TusProtocol(Uploads uploads) {
        this.uploads = uploads;
    }

    void speak(Caller caller, TusExchange exchange) throws IOException {
        TusFileUploadService library = new TusFileUploadService()
                .withUploadIdFactory(new UuidUploadIdFactory())
                .withUploadUri(ROOT)
                .withUploadStorageService(new CallersUploads(caller, uploads))
                .withUploadLockingService(new RowLocks());
        NOT_SPOKEN.forEach(library::disableTusExtension);
        library.process(exchange.servletRequest(), exchange.servletResponse());
    }

    /** Nothing to hold: every change locks the upload's row, which counts for all instances of the server. */
    private static final class RowLocks implements UploadLockingService {

        @Override
        public UploadLock lockUploadByUri(String uri) {
            return new UploadLock() {

                @Override
                public String getUploadUri() {
                    return uri;
                }

                @Override
                public void release() {
                    // held by nobody
                }

                @Override
                public void close() {
                    // held by nobody
                }
            };
        }

        @Override
        public boolean isLocked(UploadId id) {
            return false;
        }

        @Override
        public void cleanupStaleLocks() {
            // there are none
        }

        @Override
        public void setIdFactory(UploadIdFactory factory) {
            // not needed
        }
    }
}
