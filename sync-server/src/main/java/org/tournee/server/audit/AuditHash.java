package org.tournee.server.audit;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.sync.OperationBytes;

/** The hash of a row of the audit: over the row before it and everything that it says. */
final class AuditHash {

    private AuditHash() {}

    static String of(OrganisationId organisation, String chain, AuditTrail.End before, AuditEntry entry) {
        StringBuilder text = new StringBuilder(300);
        add(text, before.hash());
        add(text, organisation);
        add(text, chain);
        add(text, before.seq() + 1);
        add(text, entry.at());
        add(text, entry.worker());
        add(text, entry.stream());
        add(text, entry.act());
        add(text, entry.dossier());
        add(text, entry.record());
        add(text, entry.detail());
        return OperationBytes.hash(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Each part with its length before it, so that no two rows read the same. */
    private static void add(StringBuilder text, @Nullable Object part) {
        String value = part == null ? "" : part.toString();
        text.append(value.length()).append(':').append(value).append(';');
    }
}
