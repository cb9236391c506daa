package org.tournee.mobile.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tournee.contact.Topic;
import org.tournee.directory.Listed;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.search.WordSearch;

/** The partners that are open, narrowed by what one types and by what they help with. Rules: R-DIR, R-OFF. */
public final class DirectoryViewModel {

    private final Phone phone;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Topic>> topic = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Listed>> found = new ReadOnlyObjectWrapper<>(List.of());
    private WordSearch<Listed> search;

    public DirectoryViewModel(Phone phone) {
        this.phone = phone;
        this.search = PartnerText.search(phone.store().partners(), phone.messages());
        query.addListener((on, was, is) -> find());
        topic.addListener((on, was, is) -> find());
        find();
    }

    public StringProperty queryProperty() {
        return query;
    }

    /** What they help with; empty for anything. */
    public ObjectProperty<Optional<Topic>> topicProperty() {
        return topic;
    }

    /** By name. */
    public ReadOnlyObjectProperty<List<Listed>> found() {
        return found.getReadOnlyProperty();
    }

    /** Those that some partner helps with. */
    public List<Topic> topics() {
        List<Listed> all = search.find("");
        return Arrays.stream(Topic.values())
                .filter(one -> all.stream()
                        .anyMatch(listed -> listed.partner().offer().topics().contains(one)))
                .toList();
    }

    /** Whether the service keeps a directory at all. */
    public boolean isEmpty() {
        return search.find("").isEmpty();
    }

    /** Reads the directory again. */
    public void refresh() {
        search = PartnerText.search(phone.store().partners(), phone.messages());
        find();
    }

    private void find() {
        found.set(search.find(query.get()).stream()
                .filter(listed -> topic.get()
                        .map(one -> listed.partner().offer().topics().contains(one))
                        .orElse(true))
                .toList());
    }
}
