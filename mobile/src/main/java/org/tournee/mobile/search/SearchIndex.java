package org.tournee.mobile.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.tournee.dossier.DossierContents;
import org.tournee.rights.RightsCatalogue;

/**
 * Everything on the phone that can be found, as it was at one moment. It never touches the disk: what is sealed there
 * must not lie beside it in clear.
 */
public final class SearchIndex {

    /** Of a phone that holds nothing. */
    public static final SearchIndex EMPTY = new SearchIndex(new IdentityHashMap<>());

    /** By the contents themselves: what has not changed is the same object. */
    private final IdentityHashMap<DossierContents, DossierIndex> dossiers;

    private final NavigableSet<String> words = new TreeSet<>();

    private SearchIndex(IdentityHashMap<DossierContents, DossierIndex> dossiers) {
        this.dossiers = dossiers;
        dossiers.values().forEach(dossier -> words.addAll(dossier.words()));
    }

    /** The index of what is held now; only dossiers that changed are read again. */
    public SearchIndex of(List<DossierContents> held, RightsCatalogue catalogue) {
        IdentityHashMap<DossierContents, DossierIndex> next = new IdentityHashMap<>();
        for (DossierContents contents : held) {
            DossierIndex same = dossiers.get(contents);
            next.put(contents, same == null ? new DossierIndex(contents, catalogue) : same);
        }
        return new SearchIndex(next);
    }

    /**
     * What answers a search: every word of it begins a word there. Only where nothing does, typing errors are forgiven.
     *
     * @return in the order in which it is shown; nothing for an empty search
     */
    public List<Find> find(String query) {
        List<String> typed = Plain.words(query);
        List<Find> exact = find(typed, SearchIndex::beginning);
        return exact.isEmpty() ? find(typed, SearchIndex::nearly) : exact;
    }

    private List<Find> find(List<String> typed, BiFunction<SearchIndex, String, Collection<String>> meaning) {
        List<Collection<String>> meant = new ArrayList<>();
        for (String word : typed) {
            Collection<String> words = meaning.apply(this, word);
            if (words.isEmpty()) {
                return List.of();
            }
            meant.add(words);
        }
        return dossiers.values().parallelStream()
                .flatMap(dossier -> dossier.answers(meant).stream())
                .sorted(Find.ORDER)
                .toList();
    }

    private Collection<String> beginning(String typed) {
        return words.subSet(typed, typed + Character.MAX_VALUE);
    }

    private Collection<String> nearly(String typed) {
        return words.stream().filter(word -> Typing.mayBegin(word, typed)).toList();
    }
}
