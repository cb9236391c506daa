package org.tournee.server.demo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tournee.organisation.Commune;
import org.tournee.organisation.Site;
import org.tournee.organisation.SiteId;

/**
 * A site and the communes that it serves.
 *
 * @param communes the most populous first
 */
record SitePlan(DemoSite site, SiteId id, List<Commune> communes) {

    static List<SitePlan> of(Communes communes, Dice dice) {
        return Arrays.stream(DemoSite.values())
                .map(site -> new SitePlan(site, new SiteId(dice.uuid()), servedBy(site, communes)))
                .toList();
    }

    Site asSite() {
        return new Site(id, site.label, site.communeCode);
    }

    private static List<Commune> servedBy(DemoSite site, Communes communes) {
        return communes.all().stream()
                .filter(commune -> DemoSite.serving(commune) == site)
                .sorted(Comparator.comparingInt(Commune::population).reversed())
                .toList();
    }
}
