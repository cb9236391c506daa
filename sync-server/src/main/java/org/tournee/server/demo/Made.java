package org.tournee.server.demo;

import java.time.Instant;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** A record that a worker made on their phone at that time. */
record Made(WorkerId author, Instant at, RecordKind kind, RecordId id, Audience audience, Object value) {}
