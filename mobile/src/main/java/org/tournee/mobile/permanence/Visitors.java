package org.tournee.mobile.permanence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.search.WordSearch;
import org.tournee.person.Person;
import org.tournee.reception.RegisterContents;
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
        Map<String, Known> before = new LinkedHashMap<>();
        for (RegisterContents register : phone.store().registers()) {
            for (Entry<WalkIn> entry : register.walkIns()) {
                WalkIn.Visitor visitor = entry.value().visitor();
                String name = visitor.name();
                if (name != null && visitor.dossier() == null) {
                    before.put(name, new Known(name, null, "", visitor.phone()));
                }
            }
        }
        all.addAll(before.values());
        return new Visitors(all);
    }

    /** A few at most; none before one has typed enough to mean somebody. */
    List<Known> like(String typed) {
        return typed.strip().length() < FEWEST_LETTERS
                ? List.of()
                : search.find(typed).stream().limit(MOST).toList();
    }
}
