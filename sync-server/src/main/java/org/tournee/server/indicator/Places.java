package org.tournee.server.indicator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where dossiers are: in the territory of their commune of today, and so at the site that serves it. Rule: R-IND.
 *
 * @param sites by name, each with its territories by name; a territory is of one site
 * @param territoryOf each dossier; one whose commune is of no territory is missing
 */
record Places(List<Site> sites, Map<UUID, UUID> territoryOf) {

    static final Places NONE = new Places(List.of(), Map.of());

    record Site(UUID id, String name, List<Territory> territories) {}

    record Territory(UUID id, String name) {}

    Places {
        sites = List.copyOf(sites);
        territoryOf = Map.copyOf(territoryOf);
    }

    /** Whether a dossier is in that territory, or in one of that site. */
    boolean isIn(UUID dossier, UUID place) {
        UUID territory = territoryOf.get(dossier);
        return territory != null
                && (territory.equals(place)
                        || site(place)
                                .filter(site -> site.territories().stream()
                                        .anyMatch(one -> one.id().equals(territory)))
                                .isPresent());
    }

    private Optional<Site> site(UUID id) {
        return sites.stream().filter(site -> site.id().equals(id)).findFirst();
    }

    /** Whether the commune of a dossier is of no territory. */
    boolean isElsewhere(UUID dossier) {
        return !territoryOf.containsKey(dossier);
    }

    /** The name of a site or a territory; empty for neither. */
    Optional<String> nameOf(UUID place) {
        return site(place)
                .map(Site::name)
                .or(() -> sites.stream()
                        .flatMap(site -> site.territories().stream())
                        .filter(territory -> territory.id().equals(place))
                        .map(Territory::name)
                        .findFirst());
    }
}
