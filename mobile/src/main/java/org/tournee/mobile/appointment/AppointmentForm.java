package org.tournee.mobile.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tournee.appointment.Appointment;
import org.tournee.contact.Place;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TypedTime;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordRules;

/** An appointment being written: a new one, or another day for one that stands. Rule: R-APP. */
public final class AppointmentForm implements DraftedForm {

    private static final int USUAL_MINUTES = 60;

    private final FormDraft<AppointmentDraft> draft;
    private final Optional<Entry<Appointment>> seen;
    private final ZoneId zone;
    private final RecordId id;
    private final TypedText day;
    private final TypedText time;
    private final ObjectProperty<Integer> minutes;
    private final ObjectProperty<Place> place;
    private final ObjectProperty<WorkerId> worker;
    private final TypedText note;
    private final BooleanProperty answersRequest;

    private AppointmentForm(
            FormDraft<AppointmentDraft> draft,
            Optional<Entry<Appointment>> seen,
            AppointmentDraft untouched,
            ZoneId zone) {
        AppointmentDraft begun = draft.kept().orElse(untouched);
        this.draft = draft;
        this.seen = seen;
        this.zone = zone;
        this.id = begun.id();
        this.day = new TypedText(begun.day());
        this.time = new TypedText(begun.time());
        this.minutes = new SimpleObjectProperty<>(begun.minutes());
        this.place = new SimpleObjectProperty<>(begun.place());
        this.worker = new SimpleObjectProperty<>(begun.worker());
        this.note = new TypedText(begun.note());
        this.answersRequest = new SimpleBooleanProperty(begun.answersRequest());
        draft.follow(
                () -> Optional.of(typed()).filter(now -> !now.equals(untouched)),
                day.property(),
                time.property(),
                minutes,
                place,
                worker,
                note.property(),
                answersRequest);
    }

    /** A new one as it was left, or an empty one that {@code me} holds. */
    static AppointmentForm fresh(FormDraft<AppointmentDraft> draft, WorkerId me, boolean requestWaits, ZoneId zone) {
        RecordId id = draft.kept().map(AppointmentDraft::id).orElseGet(NewRecord::id);
        AppointmentDraft untouched = new AppointmentDraft(id, "", "", USUAL_MINUTES, Place.HOME, me, "", requestWaits);
        return new AppointmentForm(draft, Optional.empty(), untouched, zone);
    }

    /** One that stands, as the form was left or as it is. */
    static AppointmentForm of(FormDraft<AppointmentDraft> draft, Entry<Appointment> now, ZoneId zone) {
        Entry<Appointment> seen = draft.begunFrom(now);
        Appointment.Plan plan = seen.value().plan();
        ZonedDateTime starts = plan.startsAt().atZone(zone);
        AppointmentDraft untouched = new AppointmentDraft(
                seen.id(),
                draft.typed(starts.toLocalDate()),
                TypedTime.text(starts.toLocalTime()),
                plan.durationMinutes(),
                plan.place(),
                plan.worker(),
                plan.note() == null ? "" : plan.note(),
                false);
        return new AppointmentForm(draft, Optional.of(seen), untouched, zone);
    }

    private AppointmentDraft typed() {
        return new AppointmentDraft(
                id,
                day.property().get(),
                time.property().get(),
                minutes.get(),
                place.get(),
                worker.get(),
                note.property().get(),
                answersRequest.get());
    }

    /** What was written; empty with what is wrong beside its field. */
    public Optional<Appointment.Plan> plan() {
        Optional<LocalDate> on = day.day("appointment.wrong.day");
        Optional<LocalTime> at = TypedTime.of(time.stripped());
        boolean timed = time.check(at.isPresent(), "appointment.wrong.time");
        boolean noted = note.checkAtMost(RecordRules.LONGEST_NOTE, "appointment.wrong.note");
        if (on.isEmpty() || !timed || !noted) {
            return Optional.empty();
        }
        Instant starts = on.get().atTime(at.orElseThrow()).atZone(zone).toInstant();
        return Optional.of(new Appointment.Plan(
                starts, minutes.get(), place.get(), worker.get(), note.isBlank() ? null : note.stripped()));
    }

    @Override
    public FormDraft<AppointmentDraft> draft() {
        return draft;
    }

    /** The appointment that is written anew; empty for a new one. */
    public Optional<Entry<Appointment>> seen() {
        return seen;
    }

    /** The id that it has or will have. */
    public RecordId id() {
        return id;
    }

    public TypedText day() {
        return day;
    }

    public TypedText time() {
        return time;
    }

    public ObjectProperty<Integer> minutes() {
        return minutes;
    }

    public ObjectProperty<Place> place() {
        return place;
    }

    /** Whom the household meets. */
    public ObjectProperty<WorkerId> worker() {
        return worker;
    }

    public TypedText note() {
        return note;
    }

    /** Whether it is the one that was offered for the request that waits. */
    public BooleanProperty answersRequest() {
        return answersRequest;
    }
}
