package org.tournee.mobile.contact;

import java.util.LinkedHashSet;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/** What the contact form holds, to be bound to; see {@link ContactDraft} for the meaning of each. */
public final class ContactFields {

    private final StringProperty day = new SimpleStringProperty("");
    private final StringProperty time = new SimpleStringProperty("");
    private final ObjectProperty<Channel> channel = new SimpleObjectProperty<>();
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>();
    private final ObjectProperty<Planning> planning = new SimpleObjectProperty<>();
    private final ObjectProperty<Happening> happening = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Integer> minutes = new SimpleObjectProperty<>();
    private final ObservableSet<PersonId> present = FXCollections.observableSet(new LinkedHashSet<>());
    private final ObservableSet<Topic> topics = FXCollections.observableSet(new LinkedHashSet<>());
    private final BooleanProperty socialWorkTopic = new SimpleBooleanProperty(true);
    private final StringProperty narrative = new SimpleStringProperty("");
    private final ObjectProperty<Result> result = new SimpleObjectProperty<>();
    private final BooleanProperty restricted = new SimpleBooleanProperty();
    private final StringProperty reason = new SimpleStringProperty("");
    private final ObservableList<BilanItem.Statement> noted = FXCollections.observableArrayList();
    private final ObjectProperty<ActionItem.@Nullable Task> task = new SimpleObjectProperty<>();

    ContactFields() {
        // What is chosen last wins: papers alone are no social-work topic, an exchange usually is one. R-SEG-2
        happening.addListener((on, was, is) -> {
            if (was != null) {
                socialWorkTopic.set(is != Happening.PAPERS_ONLY);
            }
        });
    }

    /** Whether the duration must be given for the contact to count. Rule: R-SEG-3. */
    public boolean needsMinutes() {
        return happening.get() == Happening.HELD && channel.get() == Channel.IN_PERSON;
    }

    /** Changes the duration by so many minutes; it stays between that step and a day. */
    public void addMinutes(int more) {
        Integer now = minutes.get();
        int sum = (now == null ? 0 : now) + more;
        minutes.set(Math.min(Math.max(sum, Math.abs(more)), Contact.Meeting.LONGEST_MINUTES));
    }

    void onChange(Runnable changed) {
        List<Observable> all = List.of(
                day,
                time,
                channel,
                place,
                planning,
                happening,
                minutes,
                present,
                topics,
                socialWorkTopic,
                narrative,
                result,
                restricted,
                reason,
                noted,
                task);
        all.forEach(one -> one.addListener(now -> changed.run()));
    }

    ContactDraft draft(RecordId contactId) {
        return new ContactDraft(
                contactId,
                new ContactDraft.When(day.get(), time.get()),
                new ContactDraft.How(channel.get(), place.get(), planning.get(), happening.get()),
                minutes.get(),
                List.copyOf(present),
                new ContactDraft.About(List.copyOf(topics), socialWorkTopic.get(), narrative.get(), result.get()),
                restricted.get(),
                reason.get(),
                List.copyOf(noted),
                task.get());
    }

    void show(ContactDraft draft) {
        day.set(draft.when().day());
        time.set(draft.when().time());
        channel.set(draft.how().channel());
        place.set(draft.how().place());
        planning.set(draft.how().planning());
        happening.set(draft.how().happening());
        minutes.set(draft.minutes());
        replace(present, draft.present());
        replace(topics, draft.about().topics());
        socialWorkTopic.set(draft.about().socialWorkTopic());
        narrative.set(draft.about().narrative());
        result.set(draft.about().result());
        restricted.set(draft.restricted());
        reason.set(draft.reason());
        noted.setAll(draft.noted());
        task.set(draft.task());
    }

    private static <T> void replace(ObservableSet<T> set, List<T> values) {
        set.clear();
        set.addAll(values);
    }

    public StringProperty day() {
        return day;
    }

    public StringProperty time() {
        return time;
    }

    public ObjectProperty<Channel> channel() {
        return channel;
    }

    public ObjectProperty<Place> place() {
        return place;
    }

    public ObjectProperty<Planning> planning() {
        return planning;
    }

    public ObjectProperty<Happening> happening() {
        return happening;
    }

    public ObjectProperty<@Nullable Integer> minutes() {
        return minutes;
    }

    public ObservableSet<PersonId> present() {
        return present;
    }

    public ObservableSet<Topic> topics() {
        return topics;
    }

    public BooleanProperty socialWorkTopic() {
        return socialWorkTopic;
    }

    public StringProperty narrative() {
        return narrative;
    }

    public ObjectProperty<Result> result() {
        return result;
    }

    public BooleanProperty restricted() {
        return restricted;
    }

    public StringProperty reason() {
        return reason;
    }

    public ObservableList<BilanItem.Statement> noted() {
        return noted;
    }

    public ObjectProperty<ActionItem.@Nullable Task> task() {
        return task;
    }
}
