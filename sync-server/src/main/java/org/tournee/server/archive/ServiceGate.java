package org.tournee.server.archive;

import jakarta.inject.Singleton;

/** Whether the service is open: not before what a restore lost is replayed. Rule: R-SYN. */
@Singleton
final class ServiceGate {

    private volatile boolean open;

    boolean isOpen() {
        return open;
    }

    void open() {
        open = true;
    }

    void close() {
        open = false;
    }
}
