package org.tournee.server.demo;

import java.util.Map;
import java.util.Set;
import org.tournee.organisation.Commune;

/**
 * The nine sites and who works there: on average 11 social workers, 6 secretaries and 2 heads. Source: 002 §3.2.
 *
 * <p>The sources name seven sites. The two others are a choice: the largest communes that have none, Châtellerault and
 * Buxerolles. Jaunay-Clan is Jaunay-Marigny today. No head has more than ten subordinates (R-SEG-8).
 */
enum DemoSite {
    POITIERS("Poitiers", "86194", 16, 9, 3),
    CHATELLERAULT("Châtellerault", "86066", 15, 8, 3),
    BUXEROLLES("Buxerolles", "86041", 12, 7, 2),
    FONTAINE_LE_COMTE("Fontaine-le-Comte", "86100", 11, 6, 2),
    JAUNAY_CLAN("Jaunay-Clan", "86115", 11, 6, 2),
    CHAUVIGNY("Chauvigny", "86070", 10, 6, 2),
    MONTMORILLON("Montmorillon", "86165", 10, 6, 2),
    CIVRAY("Civray", "86078", 7, 3, 1),
    LOUDUN("Loudun", "86137", 7, 3, 1);

    private static final Map<String, DemoSite> BY_INTERCOMMUNALITY = Map.of(
            "CA Grand Châtellerault", CHATELLERAULT,
            "CC du Pays Loudunais", LOUDUN,
            "CC Vienne et Gartempe", MONTMORILLON,
            "CC du Civraisien en Poitou", CIVRAY,
            "CC des Vallées du Clain", FONTAINE_LE_COMTE,
            "CC du Haut Poitou", JAUNAY_CLAN);
    private static final Set<String> POSTCODES_OF_CHAUVIGNY = Set.of("86300", "86800", "86210");
    private static final Set<String> POSTCODES_OF_JAUNAY = Set.of("86130", "86380", "86170", "86440");
    private static final Set<String> POSTCODES_OF_BUXEROLLES = Set.of("86180", "86360", "86550", "86280");

    final String label;
    final String communeCode;
    final int socialWorkers;
    final int adminAssistants;
    final int heads;

    DemoSite(String label, String communeCode, int socialWorkers, int adminAssistants, int heads) {
        this.label = label;
        this.communeCode = communeCode;
        this.socialWorkers = socialWorkers;
        this.adminAssistants = adminAssistants;
        this.heads = heads;
    }

    /** The site that serves a commune: by intercommunality, and around Poitiers by postcode. */
    static DemoSite serving(Commune commune) {
        String postcode = commune.postcodes().getFirst();
        if (POSTCODES_OF_CHAUVIGNY.contains(postcode) && !"CA Grand Châtellerault".equals(commune.intercommunality())) {
            return CHAUVIGNY;
        }
        DemoSite site = BY_INTERCOMMUNALITY.get(commune.intercommunality());
        return site != null ? site : aroundPoitiers(postcode);
    }

    private static DemoSite aroundPoitiers(String postcode) {
        if ("86000".equals(postcode)) {
            return POITIERS;
        }
        if (POSTCODES_OF_BUXEROLLES.contains(postcode)) {
            return BUXEROLLES;
        }
        return POSTCODES_OF_JAUNAY.contains(postcode) ? JAUNAY_CLAN : FONTAINE_LE_COMTE;
    }
}
