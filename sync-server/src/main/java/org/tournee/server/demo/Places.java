package org.tournee.server.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.tournee.organisation.Commune;
import org.tournee.organisation.Permanence;
import org.tournee.organisation.PermanenceId;
import org.tournee.organisation.Territory;
import org.tournee.organisation.Territory.Arrangement;
import org.tournee.organisation.TerritoryId;

/** The territories of the sites, and the 84 permanences. Source: 002 §4.2 and 002 fiche 22. */
final class Places {

    private static final int PERMANENCES = 84;
    private static final int LARGE_TOWN = 9_000;
    private static final int COMMUNES_OF_A_TERRITORY = 12;

    private Places() {}

    /** A large town is served by a team; a group of communes by a team and one referent each, or by one worker. */
    static List<Territory> territories(List<SitePlan> plans, Dice dice) {
        List<Territory> territories = new ArrayList<>();
        for (SitePlan plan : plans) {
            plan.communes().stream()
                    .filter(Places::isLarge)
                    .map(town -> territory(dice, plan, town.name(), Arrangement.DESECTORISED, List.of(town)))
                    .forEach(territories::add);
            List<Commune> small =
                    plan.communes().stream().filter(town -> !isLarge(town)).toList();
            for (int from = 0; from < small.size(); from += COMMUNES_OF_A_TERRITORY) {
                List<Commune> group = small.subList(from, Math.min(small.size(), from + COMMUNES_OF_A_TERRITORY));
                Arrangement arrangement = from == 0 ? Arrangement.COSECTORISED : Arrangement.SECTORISED;
                territories.add(
                        territory(dice, plan, "Autour de " + group.getFirst().name(), arrangement, group));
            }
        }
        return List.copyOf(territories);
    }

    /** Away from the sites, in the most populous communes first, one site after another. */
    static List<Permanence> permanences(List<SitePlan> plans, Dice dice) {
        List<Permanence> permanences = new ArrayList<>();
        for (int rank = 0; permanences.size() < PERMANENCES; rank++) {
            for (SitePlan plan : plans) {
                List<Commune> away = plan.communes().stream()
                        .filter(commune -> !commune.code().equals(plan.site().communeCode))
                        .toList();
                if (rank < away.size() && permanences.size() < PERMANENCES) {
                    permanences.add(permanence(dice, plan, away.get(rank)));
                }
            }
        }
        return List.copyOf(permanences);
    }

    private static boolean isLarge(Commune commune) {
        return commune.population() >= LARGE_TOWN;
    }

    private static Territory territory(
            Dice dice, SitePlan plan, String name, Arrangement arrangement, List<Commune> communes) {
        List<String> codes = communes.stream().map(Commune::code).toList();
        return new Territory(new TerritoryId(dice.uuid()), plan.id(), name, arrangement, codes);
    }

    private static Permanence permanence(Dice dice, SitePlan plan, Commune commune) {
        return new Permanence(
                new PermanenceId(dice.uuid()),
                plan.id(),
                commune.code(),
                DayOfWeek.of(dice.between(1, 5)),
                dice.chance(70) ? LocalTime.of(9, 0) : LocalTime.of(14, 0),
                dice.weighted(List.of(1, 2, 4), 3, 5, 2));
    }
}
