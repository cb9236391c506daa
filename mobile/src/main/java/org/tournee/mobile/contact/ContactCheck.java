package org.tournee.mobile.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.mobile.dossier.TypedTime;
import org.tournee.sync.RecordId;

/** Turns what the form holds into a contact, or says field by field what is wrong. Rules: R-CON, R-SEG-3. */
public final class ContactCheck {

    /** A place of the form where a message can stand. */
    public enum Field {
        DAY,
        TIME,
        PRESENT,
        MINUTES,
        NARRATIVE,
        REASON,
        NOTED,
        TASK
    }

    /** What the form comes to. */
    public sealed interface Checked {}

    public record Sound(Contact contact) implements Checked {}

    /** Each field that is wrong, with the key of its message. */
    public record Wrong(Map<Field, String> messages) implements Checked {

        public Wrong {
            messages = Map.copyOf(messages);
        }
    }

    /** A phone's clock may be wrong: only what is more than a day ahead of it is surely a slip. Rule: R-CLK. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    private static final int LONGEST_TASK = 1_000;

    private final ZoneId zone;
    private final Instant now;

    public ContactCheck(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /**
     * Checks everything, so that all messages come at once.
     *
     * @param corrects the contact that this one amends; null for a first record
     */
    public Checked check(ContactDraft draft, @Nullable RecordId corrects) {
        Map<Field, String> wrong = new EnumMap<>(Field.class);
        Optional<LocalDate> day = TypedDay.of(draft.when().day());
        Optional<LocalTime> time = TypedTime.of(draft.when().time());
        if (day.isEmpty()) {
            wrong.put(Field.DAY, "contact.wrong.day");
        }
        if (time.isEmpty()) {
            wrong.put(Field.TIME, "contact.wrong.time");
        }
        Instant startedAt = start(day, time);
        if (startedAt.isAfter(now.plus(CLOCK_TOLERANCE))) {
            wrong.put(Field.DAY, "contact.wrong.future");
        }
        checkContents(draft, corrects, wrong);
        checkExtras(draft, wrong);
        return wrong.isEmpty() ? new Sound(contact(draft, startedAt, corrects)) : new Wrong(wrong);
    }

    private Instant start(Optional<LocalDate> day, Optional<LocalTime> time) {
        if (day.isEmpty() || time.isEmpty()) {
            return now;
        }
        return day.get().atTime(time.get()).atZone(zone).toInstant();
    }

    private static void checkContents(ContactDraft draft, @Nullable RecordId corrects, Map<Field, String> wrong) {
        boolean held = draft.how().happening() == Happening.HELD;
        if (held
                && draft.how().channel() != Channel.NETWORK_MEETING
                && draft.present().isEmpty()) {
            wrong.put(Field.PRESENT, "contact.wrong.present");
        }
        Integer minutes = draft.minutes();
        if (minutes != null && (minutes < 1 || minutes > Contact.Meeting.LONGEST_MINUTES)) {
            wrong.put(Field.MINUTES, "contact.wrong.minutes");
        }
        if (draft.about().narrative().length() > Contact.Content.LONGEST_NARRATIVE) {
            wrong.put(Field.NARRATIVE, "contact.wrong.narrative");
        }
        if (corrects != null && draft.reason().isBlank()) {
            wrong.put(Field.REASON, "contact.wrong.reason");
        }
    }

    private static void checkExtras(ContactDraft draft, Map<Field, String> wrong) {
        boolean unreadable = draft.noted().stream()
                .map(BilanItem.Statement::text)
                .anyMatch(text -> text.isBlank() || text.length() > BilanItem.Statement.LONGEST_TEXT);
        if (unreadable) {
            wrong.put(Field.NOTED, "contact.wrong.noted");
        }
        ActionItem.Task task = draft.task();
        if (task != null && tooLongOrEmpty(task)) {
            wrong.put(Field.TASK, "contact.wrong.task");
        }
    }

    private static boolean tooLongOrEmpty(ActionItem.Task task) {
        return task.what().isBlank() || task.what().length() > LONGEST_TASK;
    }

    private static Contact contact(ContactDraft draft, Instant startedAt, @Nullable RecordId corrects) {
        ContactDraft.How how = draft.how();
        ContactDraft.About about = draft.about();
        boolean noShow = how.happening() == Happening.NO_SHOW;
        return new Contact(
                new Contact.Meeting(
                        startedAt,
                        how.channel(),
                        how.place(),
                        how.planning(),
                        how.happening(),
                        noShow ? null : draft.minutes()),
                new Contact.Attendance(noShow ? java.util.List.of() : draft.present()),
                new Contact.Content(
                        about.topics(),
                        about.socialWorkTopic(),
                        about.narrative().strip(),
                        about.result()),
                corrects == null
                        ? null
                        : new Contact.Amendment(corrects, draft.reason().strip(), null));
    }
}
