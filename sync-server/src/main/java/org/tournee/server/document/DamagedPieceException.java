package org.tournee.server.document;

import java.io.IOException;

/** The store of documents lost a piece, or altered it: what was sent is not there any more. */
final class DamagedPieceException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedPieceException(Exception cause) {
        super("a piece is gone or was altered", cause);
    }
}
