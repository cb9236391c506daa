package org.tournee.server.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Figures by site and within it by territory: none tells what another hides. Rule: R-IND. */
class PlaceCellsTest {

    private static final UUID CIVRAY = new UUID(1, 1);
    private static final UUID LOUDUN = new UUID(1, 2);
    private static final UUID TOWN = new UUID(2, 1);
    private static final UUID COUNTRY = new UUID(2, 2);
    private static final UUID HILLS = new UUID(2, 3);
    private static final UUID NORTH = new UUID(2, 4);

    private final List<Happened> ones = new ArrayList<>();
    private final Map<UUID, UUID> territories = new HashMap<>();

    @Test
    void aSiteIsTheSumOfItsTerritoriesAndWhatIsInNoneIsToldApart() {
        happened(3, TOWN);
        happened(2, COUNTRY);
        happened(1, NORTH);
        ones.add(one(new UUID(9, 9)));

        assertThat(said())
                .containsExactly(
                        "Civray 5",
                        "  Bourg 3",
                        "  Campagne 2",
                        "  Collines 0",
                        "Loudun 1",
                        "  Nord 1",
                        "Hors territoire 1");
    }

    /** Ten households in the town, two in the country: the site's twelve less the town's ten would tell them. */
    @Test
    void aTerritoryIsNotToldByItsSite() {
        happened(10, TOWN);
        happened(2, COUNTRY);
        happened(7, HILLS);
        happened(8, NORTH);

        assertThat(published())
                .containsExactly(
                        "Civray 19",
                        "  Bourg 10",
                        "  Campagne –",
                        "  Collines –",
                        "Loudun 8",
                        "  Nord 8",
                        "Hors territoire 0");
    }

    /** What is hidden of a site is not told by its territories. */
    @Test
    void aSiteThatIsHiddenHidesItsTerritories() {
        happened(3, TOWN);
        happened(8, NORTH);

        assertThat(published())
                .containsExactly(
                        "Civray –",
                        "  Bourg –",
                        "  Campagne –",
                        "  Collines –",
                        "Loudun –",
                        "  Nord –",
                        "Hors territoire 0");
    }

    private void happened(int households, UUID territory) {
        for (int at = 0; at < households; at++) {
            UUID dossier = UUID.randomUUID();
            territories.put(dossier, territory);
            ones.add(one(dossier));
        }
    }

    private static Happened one(UUID dossier) {
        return new Happened(Happened.Kind.OPENED, dossier, LocalDate.of(2026, 2, 2), "", null, false);
    }

    private List<String> said() {
        return cells().stream().map(cell -> name(cell) + cell.line().dossiers()).toList();
    }

    private List<String> published() {
        return cells().stream()
                .map(cell -> name(cell) + (cell.hidden() ? "–" : cell.line().dossiers()))
                .toList();
    }

    private static String name(PlaceCells.Cell cell) {
        return (cell.within() ? "  " : "") + cell.line().code() + " ";
    }

    private List<PlaceCells.Cell> cells() {
        return new PlaceCells(
                        ones,
                        new Places(
                                List.of(
                                        new Places.Site(
                                                CIVRAY,
                                                "Civray",
                                                List.of(
                                                        new Places.Territory(TOWN, "Bourg"),
                                                        new Places.Territory(COUNTRY, "Campagne"),
                                                        new Places.Territory(HILLS, "Collines"))),
                                        new Places.Site(
                                                LOUDUN, "Loudun", List.of(new Places.Territory(NORTH, "Nord")))),
                                territories))
                .all();
    }
}
