package org.tournee.server.history;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;

/** What of the journal is shown; it stays in the address. {@code before} is the number before which it begins. */
record JournalFilter(Part part, @Nullable WorkerId worker, long before) {

    /** A part of it. */
    enum Part {
        SIGN_INS("connexions", "Connexions"),
        FAILED("manquees", "Connexions manquées"),
        DEVICES("appareils", "Appareils"),
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
                case SIGN_INS ->
                    Set.of(
                            AuditEntry.Act.SIGN_IN,
                            AuditEntry.Act.SIGN_IN_FAILED,
                            AuditEntry.Act.RECOVER,
                            AuditEntry.Act.SIGN_OUT);
                case FAILED -> Set.of(AuditEntry.Act.SIGN_IN_FAILED);
                case DEVICES -> Set.of(AuditEntry.Act.ENROL, AuditEntry.Act.REVOKE, AuditEntry.Act.FREEZE);
                case ALL -> Set.of(AuditEntry.Act.values());
            };
        }
    }

    static JournalFilter of(@Nullable String part, @Nullable String worker, @Nullable String before) {
        return new JournalFilter(part(part), Addresses.worker(worker), Addresses.number(before));
    }

    /** The same, before that number. */
    String path(long earlier) {
        return "/journal?quoi=" + part.inAddress() + (worker == null ? "" : "&qui=" + worker) + "&avant=" + earlier;
    }

    private static Part part(@Nullable String name) {
        for (Part part : Part.values()) {
            if (part.inAddress().equals(name)) {
                return part;
            }
        }
        return Part.SIGN_INS;
    }
}
