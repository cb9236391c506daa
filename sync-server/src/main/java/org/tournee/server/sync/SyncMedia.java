package org.tournee.server.sync;

/** The media type of pushes and pulls: one JSON value a line. */
final class SyncMedia {

    static final String LINES = "application/x-ndjson";

    private SyncMedia() {}
}
