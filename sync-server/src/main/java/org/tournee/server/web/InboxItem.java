package org.tournee.server.web;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Link;
import org.tournee.dossier.DossierId;
import org.tournee.server.conflict.OpenConflicts;
import org.tournee.server.device.Device;
import org.tournee.server.duplicate.Duplicates;
import org.tournee.server.store.OpenReturns;
import org.tournee.server.store.StatedReasons;

/** Something that waits for somebody, as far as the viewer may know of it. Rules: R-BO, R-SHARE. */
sealed interface InboxItem {

    /** What it is; the address names it so. */
    enum Kind {
        CONFLICT("divergences"),
        RETURN("retours"),
        DUPLICATE("doublons"),
        OPENING("ouvertures"),
        DEVICE("appareils");

        private final String inAddress;

        Kind(String inAddress) {
            this.inAddress = inAddress;
        }

        String inAddress() {
            return inAddress;
        }
    }

    Kind kind();

    Instant since();

    /** Null for what belongs to none. */
    @Nullable
    DossierId dossier();

    /** Of the viewer to the dossier. */
    Set<Link> links();

    /** Whether the viewer may see to it, as far as roles and links tell. */
    boolean isTheirs();

    /** Two edits that cannot both stand. {@code mayView}: what the two sides say. */
    record OfConflict(OpenConflicts.Open conflict, Set<Link> links, boolean mayView, boolean isTheirs)
            implements InboxItem {

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public Instant since() {
            return conflict.since();
        }

        @Override
        public DossierId dossier() {
            return conflict.dossier();
        }
    }

    /** A change that came back to its author. {@code mayView}: what it says. */
    record OfReturn(OpenReturns.Open returned, Set<Link> links, boolean mayView, boolean isTheirs)
            implements InboxItem {

        @Override
        public Kind kind() {
            return Kind.RETURN;
        }

        @Override
        public Instant since() {
            return returned.since();
        }

        @Override
        public @Nullable DossierId dossier() {
            return returned.dossier();
        }
    }

    /** Two records that look like one person's. */
    record OfDuplicate(Duplicates.Proposal proposal, Set<Link> links) implements InboxItem {

        @Override
        public Kind kind() {
            return Kind.DUPLICATE;
        }

        @Override
        public Instant since() {
            return proposal.foundAt();
        }

        @Override
        public DossierId dossier() {
            return proposal.oneDossier();
        }

        @Override
        public boolean isTheirs() {
            return true;
        }
    }

    /** Somebody opened a dossier of the viewer's team by a stated reason. */
    record OfOpening(StatedReasons.Opened opened, Set<Link> links) implements InboxItem {

        @Override
        public Kind kind() {
            return Kind.OPENING;
        }

        @Override
        public Instant since() {
            return opened.at();
        }

        @Override
        public DossierId dossier() {
            return opened.dossier();
        }

        @Override
        public boolean isTheirs() {
            return true;
        }
    }

    /** A phone that needs somebody. */
    record OfDevice(Device device, Set<Device.Trouble> troubles) implements InboxItem {

        @Override
        public Kind kind() {
            return Kind.DEVICE;
        }

        @Override
        public Instant since() {
            return device.seenAt();
        }

        @Override
        public @Nullable DossierId dossier() {
            return null;
        }

        @Override
        public Set<Link> links() {
            return Set.of();
        }

        @Override
        public boolean isTheirs() {
            return true;
        }
    }
}
