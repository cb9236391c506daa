package org.tournee.mobile.search;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A short list that is searched as one types: every word of a search begins a word of what it finds. */
public final class WordSearch<T> {

    private final List<T> things;
    private final List<List<String>> words;

    /** @param text what is searched in each */
    public WordSearch(List<T> things, Function<? super T, String> text) {
        this.things = List.copyOf(things);
        this.words = this.things.stream().map(text).map(Plain::words).toList();
    }

    /** In their order, all for an empty search. Only where nothing begins as it was typed, typing errors are forgiven. */
    public List<T> find(String query) {
        List<String> typed = Plain.words(query);
        List<T> exact = find(typed, String::startsWith);
        return exact.isEmpty() ? find(typed, Typing::mayBegin) : exact;
    }

    private List<T> find(List<String> typed, BiPredicate<String, String> begins) {
        return IntStream.range(0, things.size())
                .filter(at -> typed.stream()
                        .allMatch(part -> words.get(at).stream().anyMatch(word -> begins.test(word, part))))
                .mapToObj(things::get)
                .toList();
    }
}
