package org.tournee.sync;

/** The bounds of the protocol, counted on decompressed bytes. Source: docs/sync.md. */
public final class Limits {

    public static final int OPERATION_BYTES = 64 * 1024;
    public static final int TX_OPERATIONS = 400;
    public static final int TX_BYTES = 768 * 1024;
    public static final int PUSH_OPERATIONS = 500;
    public static final int PUSH_BYTES = 1024 * 1024;
    /** What the push-only door takes at once: a push in Base64, with its seals and signatures. */
    public static final int DOOR_BYTES = 3 * PUSH_BYTES / 2;

    public static final int PULL_ROWS = 2_000;
    public static final int DOSSIERS_PER_WORKER = 500;
    /** Of a document, clear. */
    public static final int DOCUMENT_BYTES = 20 * 1024 * 1024;
    /** The most of a document that travels in one request. */
    public static final int DOCUMENT_CHUNK_BYTES = 1024 * 1024;

    private Limits() {}
}
