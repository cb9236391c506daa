package org.tournee.server.history;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;

/**
 * One row of the audit.
 *
 * @param seq in its chain
 * @param worker null for the service itself
 * @param stream null where nothing was sent from a device
 * @param device what its worker called it; null without a stream
 * @param about the record, the account or the place that it names; null for none
 * @param detail codes and counts
 */
record Step(
        long seq,
        Instant at,
        @Nullable WorkerId worker,
        @Nullable StreamId stream,
        @Nullable String device,
        AuditEntry.Act act,
        @Nullable RecordId about,
        String detail) {

    /** What it is about where that is no dossier: an account, a team. */
    Optional<RecordId> record() {
        return Optional.ofNullable(about);
    }

    private static final Pattern OPERATIONS = Pattern.compile("^ops (\\d{1,18})-(\\d{1,18}) .*");
    private static final String BROWSER = "web";

    /** A run of operations of one stream. */
    record Operations(StreamId stream, long first, long last) {

        boolean contains(StreamId other, long opSeq) {
            return stream.equals(other) && first <= opSeq && opSeq <= last;
        }
    }

    /** The operations that it tells of; empty where it tells of none. */
    Optional<Operations> operations() {
        Matcher named = OPERATIONS.matcher(detail);
        return stream != null && named.matches()
                ? Optional.of(new Operations(stream, Long.parseLong(named.group(1)), Long.parseLong(named.group(2))))
                : Optional.empty();
    }

    /** From where, in words; empty for the service itself. */
    String from() {
        if (device == null) {
            return worker == null ? "" : "au bureau";
        }
        return device.equals(BROWSER) ? "au bureau" : device;
    }
}
