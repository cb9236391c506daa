package org.tournee.mobile.permanence;

import java.time.LocalDate;
import java.util.Optional;
import org.tournee.contact.Contact;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.reception.CollectiveSession;
import org.tournee.sync.RecordId;

/** A session being counted. Rule: R-COL. */
public final class SessionForm implements DraftedForm {

    private static final int USUAL_MINUTES = 90;

    private final FormDraft<SessionDraft> draft;
    private final RecordId action;
    private final RecordId id;
    private final TypedText day;
    private final TypedText minutes;
    private final TypedText participants;
    private final TypedText firstTime;

    /** As it was left, or one of today. */
    SessionForm(FormDraft<SessionDraft> draft, RecordId action, LocalDate today) {
        SessionDraft untouched = new SessionDraft(
                draft.kept().map(SessionDraft::id).orElseGet(NewRecord::id),
                draft.typed(today),
                Integer.toString(USUAL_MINUTES),
                "",
                "");
        SessionDraft begun = draft.kept().orElse(untouched);
        this.draft = draft;
        this.action = action;
        this.id = begun.id();
        this.day = new TypedText(begun.day());
        this.minutes = new TypedText(begun.minutes());
        this.participants = new TypedText(begun.participants());
        this.firstTime = new TypedText(begun.firstTime());
        draft.follow(
                () -> Optional.of(typed()).filter(now -> !now.equals(untouched)),
                day.property(),
                minutes.property(),
                participants.property(),
                firstTime.property());
    }

    private SessionDraft typed() {
        return new SessionDraft(
                id,
                day.property().get(),
                minutes.property().get(),
                participants.property().get(),
                firstTime.property().get());
    }

    /** What was counted; empty with what is wrong beside its field. Nothing typed for newcomers means none. */
    Optional<CollectiveSession> session() {
        Optional<LocalDate> on = day.day("collective.wrong.day");
        int lasted = number(minutes, 1, Contact.Meeting.LONGEST_MINUTES, "collective.wrong.minutes");
        int came = number(participants, 0, CollectiveSession.MOST_PARTICIPANTS, "collective.wrong.participants");
        int fresh = firstTime.isBlank() ? 0 : number(firstTime, 0, Math.max(came, 0), "collective.wrong.firstTime");
        return on.isEmpty() || lasted < 0 || came < 0 || fresh < 0
                ? Optional.empty()
                : Optional.of(
                        new CollectiveSession(new CollectiveSession.Session(action, on.get(), lasted, came, fresh)));
    }

    /** The number that was typed; -1 with what is wrong beside the field. */
    private static int number(TypedText typed, int least, int most, String wrong) {
        try {
            int number = Integer.parseInt(typed.stripped());
            return typed.check(number >= least && number <= most, wrong) ? number : -1;
        } catch (NumberFormatException e) {
            typed.check(false, wrong);
            return -1;
        }
    }

    @Override
    public FormDraft<SessionDraft> draft() {
        return draft;
    }

    /** The id that it will have. */
    RecordId id() {
        return id;
    }

    /** The action that it is of. */
    RecordId action() {
        return action;
    }

    public TypedText day() {
        return day;
    }

    public TypedText minutes() {
        return minutes;
    }

    public TypedText participants() {
        return participants;
    }

    public TypedText firstTime() {
        return firstTime;
    }
}
