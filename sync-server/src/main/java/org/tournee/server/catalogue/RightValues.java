package org.tournee.server.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tournee.rights.CatalogueEdit.Difference;
import org.tournee.rights.Right;
import org.tournee.server.catalogue.DraftPage.Change;
import org.tournee.server.catalogue.DraftPage.Value;
import org.tournee.server.web.Words;

/** What a right says, field by field, and what changes of it. Rule: R-CAT. */
final class RightValues {

    private RightValues() {}

    /** Every field, as it stands. */
    static List<Value> of(Right right) {
        return fields(right)
                .map(field -> new Value(field.field(), "", field.after()))
                .toList();
    }

    static Change of(Difference difference, String path) {
        return switch (difference) {
            case Difference.Added added ->
                new Change("Nouveau", "green", added.right().name(), path, of(added.right()));
            case Difference.Retired retired ->
                new Change("Retiré", "plum", retired.right().name(), path, List.of());
            case Difference.Corrected corrected ->
                new Change("Corrigé", "accent", corrected.right().name(), path, written(corrected));
        };
    }

    /** Those alone that differ. */
    private static List<Value> written(Difference.Corrected corrected) {
        List<Value> before = fields(corrected.before()).toList();
        List<Value> after = fields(corrected.after()).toList();
        return Stream.iterate(0, n -> n < after.size(), n -> n + 1)
                .filter(n -> !before.get(n).after().equals(after.get(n).after()))
                .map(n -> new Value(
                        after.get(n).field(),
                        before.get(n).after(),
                        after.get(n).after()))
                .toList();
    }

    private static Stream<Value> fields(Right right) {
        Integer months = right.renewalMonths();
        return Stream.of(
                new Value("Nom", "", right.name()),
                new Value("Institution", "", right.institution()),
                new Value("Domaine", "", Words.of(right.domain())),
                new Value("Nature", "", Words.of(right.nature())),
                new Value("Conditions", "", right.conditions()),
                new Value("Documents", "", String.join(", ", right.documents())),
                new Value("Page officielle", "", right.officialPage()),
                new Value("Renouvellement", "", months == null ? "aucun" : "tous les " + months + " mois"),
                new Value(
                        "À regarder d’abord si",
                        "",
                        right.suggestWhen().stream().map(Words::of).collect(Collectors.joining(", "))));
    }
}
