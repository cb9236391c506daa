package org.tournee.server.history;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;

/**
 * What of a history is shown; it stays in the address.
 *
 * @param before the number before which it begins
 */
record HistoryFilter(Part part, @Nullable WorkerId worker, long before) {

    /** A part of it. */
    enum Part {
        CHANGES("modifications", "Modifications"),
        READINGS("lectures", "Lectures et accès"),
        ALL("tout", "Tout");

        private final String inAddress;
        private final String label;

        Part(String inAddress, String label) {
            this.inAddress = inAddress;
            this.label = label;
        }

        String inAddress() {
            return inAddress;
        }

        String label() {
            return label;
        }

        Set<AuditEntry.Act> acts() {
            return switch (this) {
                case CHANGES -> HistoryReader.CHANGES;
                case READINGS ->
                    Set.of(
                            AuditEntry.Act.READ,
                            AuditEntry.Act.FOUND,
                            AuditEntry.Act.DELIVER,
                            AuditEntry.Act.REFUSE,
                            AuditEntry.Act.BREAK_GLASS);
                case ALL -> HistoryReader.ALL;
            };
        }
    }

    static HistoryFilter of(@Nullable String part, @Nullable String worker, @Nullable String before) {
        return new HistoryFilter(part(part), Addresses.worker(worker), Addresses.number(before));
    }

    /** The same, before that number. */
    String path(String base, long earlier) {
        return base + "?quoi=" + part.inAddress() + (worker == null ? "" : "&qui=" + worker) + "&avant=" + earlier;
    }

    private static Part part(@Nullable String name) {
        for (Part part : Part.values()) {
            if (part.inAddress().equals(name)) {
                return part;
            }
        }
        return Part.CHANGES;
    }
}
