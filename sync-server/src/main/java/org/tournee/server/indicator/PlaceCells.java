package org.tournee.server.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tournee.server.indicator.Figures.Line;

/**
 * What happened of one kind, by site and within it by territory. What is hidden of a site is hidden of its territories, and
 * what is hidden of a territory is not told by its site. Rule: R-IND.
 */
final class PlaceCells {

    private static final String ELSEWHERE = "Hors territoire";

    private final List<Happened> ones;
    private final Places places;

    PlaceCells(List<Happened> ones, Places places) {
        this.ones = List.copyOf(ones);
        this.places = places;
    }

    /**
     * One line.
     *
     * @param place null for dossiers that are in no territory
     * @param hidden whether it may not be published
     * @param within whether it is a territory, of the site above
     */
    record Cell(@Nullable UUID place, Line line, boolean hidden, boolean within) {}

    private record Group(Cell head, List<Cell> within) {}

    /** Sites by name, each with its territories; those at which nothing happened are told too. */
    List<Cell> all() {
        List<Group> groups = new ArrayList<>();
        places.sites().forEach(site -> groups.add(group(site)));
        groups.add(new Group(cell(null, ELSEWHERE, one -> places.isElsewhere(one.dossier()), false), List.of()));
        List<Boolean> hidden = SmallCells.hidden(
                groups.stream().map(group -> group.head().line().behind()).toList());
        List<Cell> cells = new ArrayList<>();
        for (int at = 0; at < groups.size(); at++) {
            cells.add(hiddenIf(hidden.get(at), groups.get(at).head()));
            cells.addAll(within(hidden.get(at), groups.get(at).within()));
        }
        return cells;
    }

    private Group group(Places.Site site) {
        return new Group(
                cell(site.id(), site.name(), one -> places.isIn(one.dossier(), site.id()), false),
                site.territories().stream()
                        .map(territory -> cell(
                                territory.id(),
                                territory.name(),
                                one -> places.isIn(one.dossier(), territory.id()),
                                true))
                        .toList());
    }

    private Cell cell(@Nullable UUID place, String name, Predicate<Happened> is, boolean within) {
        return new Cell(place, Line.of(name, ones.stream().filter(is).toList()), false, within);
    }

    private static List<Cell> within(boolean siteHidden, List<Cell> territories) {
        List<Boolean> hidden = SmallCells.hidden(
                territories.stream().map(cell -> cell.line().behind()).toList());
        List<Cell> cells = new ArrayList<>();
        for (int at = 0; at < territories.size(); at++) {
            cells.add(hiddenIf(siteHidden || hidden.get(at), territories.get(at)));
        }
        return cells;
    }

    private static Cell hiddenIf(boolean hidden, Cell cell) {
        return new Cell(cell.place(), cell.line(), hidden, cell.within());
    }
}
