package org.tournee.mobile.rights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.dossier.HouseholdFact;
import org.tournee.rights.PreCheck;
import org.tournee.rights.Right;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCatalogue;
import org.tournee.rights.RightsCheckup;
import org.tournee.rights.RightsDomain;
import org.tournee.sync.RecordId;

/**
 * Where a rendez-vous des droits stands: the whole catalogue with what was answered so far. Rule: R-RDD.
 *
 * @param checkup null before it began
 * @param first what the household's known facts suggest looking at first, the most facts on top. Rule: R-CAT
 */
public record Sweep(@Nullable Entry<RightsCheckup> checkup, List<RightLine> first, List<DomainGroup> groups) {

    public Sweep {
        first = List.copyOf(first);
        groups = List.copyOf(groups);
    }

    /** @param checkup the sweep to show; null for one that has not begun */
    static Sweep of(RightsCatalogue catalogue, DossierContents dossier, @Nullable RecordId checkup) {
        List<PreCheck.Suggestion> suggestions = PreCheck.suggest(catalogue, knownFacts(dossier));
        Map<String, List<HouseholdFact>> because = new HashMap<>();
        suggestions.forEach(suggestion -> because.put(suggestion.right().id(), suggestion.because()));
        Entry<RightsCheckup> entry = entry(dossier, checkup);
        int version = version(catalogue, entry);
        List<RightLine> lines = catalogue.rights().stream()
                .map(right -> new RightLine(
                        right, answered(dossier, checkup, right), because.getOrDefault(right.id(), List.of())))
                .filter(line ->
                        line.right().isOfferedIn(version) || line.check().isPresent())
                .toList();
        List<RightLine> first = suggestions.stream()
                .filter(suggestion -> suggestion.right().isOfferedIn(version))
                .map(suggestion -> new RightLine(
                        suggestion.right(), answered(dossier, checkup, suggestion.right()), suggestion.because()))
                .toList();
        List<DomainGroup> groups = Arrays.stream(RightsDomain.values())
                .map(domain -> new DomainGroup(domain, in(domain, lines)))
                .filter(group -> group.size() > 0)
                .toList();
        return new Sweep(entry, first, groups);
    }

    /** A sweep keeps the rights of the version under which it was begun, whatever is published meanwhile. Rule: R-CAT. */
    private static int version(RightsCatalogue catalogue, @Nullable Entry<RightsCheckup> begun) {
        return Optional.ofNullable(begun)
                .map(entry -> entry.value().occasion())
                .filter(occasion -> occasion.catalogue().equals(catalogue.catalogue()))
                .map(RightsCheckup.Occasion::catalogueVersion)
                .orElse(catalogue.version());
    }

    private static List<RightLine> in(RightsDomain domain, List<RightLine> lines) {
        return lines.stream().filter(line -> line.right().domain() == domain).toList();
    }

    private static @Nullable Entry<RightsCheckup> entry(DossierContents dossier, @Nullable RecordId checkup) {
        return dossier.rightsCheckups().stream()
                .filter(entry -> entry.id().equals(checkup))
                .findFirst()
                .orElse(null);
    }

    private static Optional<Entry<RightCheck>> answered(
            DossierContents dossier, @Nullable RecordId checkup, Right right) {
        return dossier.rightChecks().stream()
                .filter(entry -> entry.value().subject().checkup().equals(checkup))
                .filter(entry -> entry.value().subject().rightId().equals(right.id()))
                .findFirst();
    }

    private static Set<HouseholdFact> knownFacts(DossierContents dossier) {
        Dossier.Situation situation = dossier.dossier().value().situation();
        return situation == null ? Set.of() : Set.copyOf(situation.facts());
    }

    public List<RightLine> lines() {
        return groups.stream().flatMap(group -> group.lines().stream()).toList();
    }

    public Optional<RightLine> line(String rightId) {
        return lines().stream()
                .filter(line -> line.right().id().equals(rightId))
                .findFirst();
    }

    public int looked() {
        return groups.stream().mapToInt(DomainGroup::looked).sum();
    }

    public int size() {
        return groups.stream().mapToInt(DomainGroup::size).sum();
    }

    public boolean finished() {
        return checkup != null && checkup.value().course().finished();
    }

    /** What was found, by finding, in the order of the catalogue. */
    public Map<RightState, List<RightLine>> byState() {
        Map<RightState, List<RightLine>> found = new EnumMap<>(RightState.class);
        for (RightLine line : lines()) {
            found.computeIfAbsent(line.state(), state -> new ArrayList<>()).add(line);
        }
        return found;
    }
}
