package org.tournee.mobile.document;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableSet;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.person.Person;
import org.tournee.person.PersonId;

/** The chips of both forms of a document: what paper it is, and whom it is about. Rule: R-DOC. */
final class PaperChips {

    private PaperChips() {}

    /** A tap says what most papers are. */
    static ChipGroup<String> kinds(List<String> usual, StringProperty kind) {
        ChipGroup<String> chips = ChipGroup.one(usual, each -> each);
        chips.select(List.of(kind.get().strip()));
        chips.selectedProperty()
                .addListener((on, was, is) -> is.stream().findFirst().ifPresent(kind::set));
        return chips;
    }

    /** The members of the household by their given names. */
    static ChipGroup<PersonId> persons(List<Entry<Person>> household, ObservableSet<PersonId> chosen) {
        List<PersonId> ids = household.stream()
                .map(entry -> new PersonId(entry.id().value()))
                .toList();
        return Choices.several(ChipGroup.several(ids, id -> name(household, id)), chosen);
    }

    private static String name(List<Entry<Person>> household, PersonId id) {
        return household.stream()
                .filter(entry -> entry.id().value().equals(id.value()))
                .map(entry -> entry.value().identity().givenName())
                .findFirst()
                .orElseThrow();
    }
}
