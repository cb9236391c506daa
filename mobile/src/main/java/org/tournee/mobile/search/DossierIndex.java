package org.tournee.mobile.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.rights.RightsCatalogue;

/** The words of one dossier, in memory alone, and what each of them stands in. */
final class DossierIndex {

    private final List<Find> finds;
    private final Set<String> household;
    private final Map<String, BitSet> places = new HashMap<>();

    DossierIndex(DossierContents contents, RightsCatalogue catalogue) {
        this.finds = Finds.in(contents, catalogue);
        this.household =
                Set.copyOf(Plain.words(contents.dossier().value().household().name()));
        for (int at = 0; at < finds.size(); at++) {
            for (String word : Plain.words(finds.get(at).text())) {
                places.computeIfAbsent(word, any -> new BitSet()).set(at);
            }
        }
    }

    Set<String> words() {
        return places.keySet();
    }

    /**
     * What answers all words of a search. The name of the household may answer some of them, not all: else everything of
     * a dossier would be found by its name.
     *
     * @param meant for each word of the search, the words that it may mean
     */
    List<Find> answers(List<? extends Collection<String>> meant) {
        BitSet named = new BitSet();
        @Nullable BitSet all = null;
        for (Collection<String> words : meant) {
            BitSet places = places(words);
            named.or(places);
            if (words.stream().noneMatch(household::contains)) {
                all = both(all, places);
            }
        }
        return finds(both(all, named));
    }

    private BitSet places(Collection<String> words) {
        BitSet found = new BitSet();
        for (String word : words) {
            BitSet places = this.places.get(word);
            if (places != null) {
                found.or(places);
            }
        }
        return found;
    }

    private static BitSet both(@Nullable BitSet one, BitSet other) {
        if (one == null) {
            return other;
        }
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private List<Find> finds(BitSet places) {
        List<Find> found = new ArrayList<>(places.cardinality());
        places.stream().forEach(place -> found.add(finds.get(place)));
        return found;
    }
}
