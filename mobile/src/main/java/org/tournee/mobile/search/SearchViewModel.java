package org.tournee.mobile.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tournee.mobile.app.Phone;

/** Finds in everything that the phone holds, as one types. */
public final class SearchViewModel {

    /** Of a kind: more are counted, and wait for another letter. */
    static final int SHOWN = 8;

    /**
     * What was found of one kind.
     *
     * @param first the first {@link #SHOWN} of them
     * @param count all of them
     */
    public record Group(List<Find> first, int count) {}

    /**
     * What the screen shows.
     *
     * @param asked whether anything was typed
     * @param made whether everything can be found yet: before that, nothing found says nothing
     */
    public record Answer(boolean asked, boolean made, Map<FoundKind, Group> groups) {}

    private final Phone phone;
    private final Executor screen;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Answer> answer =
            new ReadOnlyObjectWrapper<>(new Answer(false, false, Map.of()));
    private SearchIndex index = SearchIndex.EMPTY;

    /** @param screen runs on the screen's thread what was prepared in the background */
    public SearchViewModel(Phone phone, Executor screen) {
        this.phone = phone;
        this.screen = screen;
        query.addListener((source, was, is) -> find());
        refresh();
    }

    public StringProperty queryProperty() {
        return query;
    }

    public ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Reads again what changed. */
    public void refresh() {
        SearchIndex known = index;
        phone.background().execute(() -> {
            SearchIndex next = known.of(phone.store().dossiers(), phone.store().catalogue());
            screen.execute(() -> {
                index = next;
                find();
            });
        });
    }

    private void find() {
        String typed = query.get().strip();
        Map<FoundKind, List<Find>> byKind = index.find(typed).stream()
                .collect(Collectors.groupingBy(Find::kind, () -> new EnumMap<>(FoundKind.class), Collectors.toList()));
        Map<FoundKind, Group> groups = new EnumMap<>(FoundKind.class);
        byKind.forEach((kind, all) ->
                groups.put(kind, new Group(List.copyOf(all.subList(0, Math.min(SHOWN, all.size()))), all.size())));
        answer.set(new Answer(!typed.isEmpty(), index != SearchIndex.EMPTY, groups));
    }
}
