package org.tournee.server.sync;

import org.tournee.sync.Outcome;

/** An operation that the log holds, by the hash of its bytes, and what became of it. */
public record HeldOperation(String hash, Outcome outcome) {}
