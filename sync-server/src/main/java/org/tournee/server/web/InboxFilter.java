package org.tournee.server.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of the inbox is shown; it stays in the address.
 *
 * @param kind null for all
 * @param theirs whether only what the viewer may see to
 */
public record InboxFilter(InboxItem.@Nullable Kind kind, boolean theirs) {

    static InboxFilter of(@Nullable String kind, @Nullable String theirs) {
        return new InboxFilter(
                Arrays.stream(InboxItem.Kind.values())
                        .filter(known -> known.inAddress().equals(kind))
                        .findFirst()
                        .orElse(null),
                "oui".equals(theirs));
    }

    List<InboxItem> of(List<InboxItem> items) {
        return items.stream()
                .filter(item -> kind == null || item.kind() == kind)
                .filter(item -> !theirs || item.isTheirs())
                .toList();
    }

    /** The address of the same list with another kind; null for all. */
    String path(InboxItem.@Nullable Kind other) {
        return "/a-traiter?" + (other == null ? "" : "quoi=" + other.inAddress() + "&") + "mien="
                + (theirs ? "oui" : "non");
    }

    /** The address of the same kind with or without what is others' to see to. */
    String pathTurned() {
        return new InboxFilter(kind, !theirs).path(kind);
    }
}
