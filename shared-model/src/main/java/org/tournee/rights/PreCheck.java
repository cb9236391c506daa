package org.tournee.rights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tournee.dossier.HouseholdFact;

/** Suggests which rights to look at first, and says why; it never decides. Rule: R-CAT. */
public final class PreCheck {

    private PreCheck() {}

    /**
     * A right to look at first.
     *
     * @param because the known facts that suggest it, at least one, in the catalogue's order
     */
    public record Suggestion(Right right, List<HouseholdFact> because) {

        public Suggestion {
            because = List.copyOf(because);
        }
    }

    /** The rights that a known fact speaks for: those with most facts first, else in the catalogue's order. */
    public static List<Suggestion> suggest(RightsCatalogue catalogue, Set<HouseholdFact> facts) {
        List<Suggestion> suggestions = new ArrayList<>();
        for (Right right : catalogue.offered()) {
            List<HouseholdFact> because =
                    right.suggestWhen().stream().filter(facts::contains).toList();
            if (!because.isEmpty()) {
                suggestions.add(new Suggestion(right, because));
            }
        }
        Comparator<Suggestion> mostFacts =
                Comparator.comparingInt(suggestion -> -suggestion.because().size());
        suggestions.sort(mostFacts); // stable: the catalogue's order stands among equals
        return List.copyOf(suggestions);
    }
}
