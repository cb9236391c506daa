package org.tournee.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.PaceStatus;
import org.tournee.segment.Segment;
import org.tournee.server.segment.PacedDossier;

/**
 * What of a list is shown; it stays in the address. A name is never part of it: names do not belong in addresses.
 *
 * @param team whether the colleagues' dossiers are shown as well
 */
public record DossierFilter(
        @Nullable WorkerId referent,
        @Nullable Segment segment,
        @Nullable PaceStatus status,
        boolean team,
        int page) {

    static DossierFilter of(
            @Nullable String referent,
            @Nullable String segment,
            @Nullable String status,
            @Nullable String scope,
            @Nullable String page) {
        return new DossierFilter(
                uuid(referent).map(WorkerId::new).orElse(null),
                code(Segment.values(), segment),
                code(PaceStatus.values(), status),
                "equipe".equals(scope),
                page != null && page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1);
    }

    boolean matches(PacedDossier dossier) {
        return (referent == null || referent.equals(dossier.referent()))
                && (segment == null || segment == dossier.segment())
                && (status == null || dossier.status().filter(status::equals).isPresent());
    }

    /** The address of another page of the same list. */
    String path(int otherPage) {
        List<String> parameters = new ArrayList<>();
        if (referent != null) {
            parameters.add("referent=" + referent);
        }
        if (segment != null) {
            parameters.add("segment=" + segment);
        }
        if (status != null) {
            parameters.add("rythme=" + status);
        }
        if (team) {
            parameters.add("portee=equipe");
        }
        parameters.add("page=" + otherPage);
        return "/dossiers?" + String.join("&", parameters);
    }

    private static <E extends Enum<E>> @Nullable E code(E[] codes, @Nullable String name) {
        for (E code : codes) {
            if (code.name().equals(name)) {
                return code;
            }
        }
        return null;
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // an address that was mistyped shows everything
        }
    }
}
