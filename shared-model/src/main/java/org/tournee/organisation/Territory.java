package org.tournee.organisation;

import java.util.List;

/** Communes served together (territoire d'intervention sociale). Source: 002 §4.2. */
public record Territory(TerritoryId id, SiteId site, String name, Arrangement arrangement, List<String> communeCodes) {

    /** Who serves it. */
    public enum Arrangement {
        /** One worker. */
        SECTORISED,
        /** A team. */
        DESECTORISED,
        /** A team for the towns, one referent for each small commune. */
        COSECTORISED
    }
}
