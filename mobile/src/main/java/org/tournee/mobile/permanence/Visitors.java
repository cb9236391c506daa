package org.tournee.mobile.permanence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.search.WordSearch;
import org.tournee.person.Person;
import org.tournee.reception.WalkIn;

/**
 * Who may be meant by a name: everybody of the dossiers that the phone holds, and whoever gave a name at a desk before.
 * Looked through as one types, so that nobody is asked again what the service knows. Rules: R-PER, R-DUP.
 */
final class Visitors {

    private static final int FEWEST_LETTERS = 2;
    private static final int MOST = 3;

    /**
     * Somebody who may be meant.
     *
     * @param dossier null for who only came to a desk before
     * @param household the name of the dossier; empty without one
     */
    record Known(
            String name,
            @Nullable DossierId dossier,
            String household,
            @Nullable String phone) {}

    private final WordSearch<Known> search;

    private Visitors(List<Known> known) {
        this.search = new WordSearch<>(known, one -> one.name() + " " + one.household());
    }

    /** Reads everybody once. */
    static Visitors of(Phone phone) {
        List<Known> all = new ArrayList<>();
        for (DossierContents dossier : phone.store().dossiers()) {
            String household = dossier.dossier().value().household().name();
            for (Entry<Person> person : dossier.household()) {
                Person.Reachability reach = person.value().reachability();
                all.add(new Known(
                        person.value().identity().fullName(),
                        dossier.id(),
                        household,
                        reach == null ? null : reach.phone()));
            }
        }
        all.addAll(cameBefore(phone));
        return new Visitors(all);
    }

    /** By name and number, who came last first; without a number only where nobody of that name gave one. */
    private static List<Known> cameBefore(Phone phone) {
        List<Known> before = phone.store().registers().stream()
                .flatMap(register -> register.walkIns().stream())
                .map(Entry::value)
                .sorted(Comparator.comparing((WalkIn walkIn) -> walkIn.arrival().at())
                        .reversed())
                .map(WalkIn::visitor)
                .flatMap(Visitors::known)
                .distinct()
                .toList();
        Set<String> reached = before.stream()
                .filter(one -> one.phone() != null)
                .map(Known::name)
                .collect(Collectors.toSet());
        return before.stream()
                .filter(one -> one.phone() != null || !reached.contains(one.name()))
                .toList();
    }

    private static Stream<Known> known(WalkIn.Visitor visitor) {
        String name = visitor.name();
        return name == null || visitor.dossier() != null
                ? Stream.empty()
                : Stream.of(new Known(name, null, "", visitor.phone()));
    }

    /** A few at most; none before one has typed enough to mean somebody. */
    List<Known> like(String typed) {
        return typed.strip().length() < FEWEST_LETTERS
                ? List.of()
                : search.find(typed).stream().limit(MOST).toList();
    }
}
