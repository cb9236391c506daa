package org.tournee.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Goal;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierFixture;
import org.tournee.question.Question;
import org.tournee.referral.Referral;
import org.tournee.request.Request;
import org.tournee.segment.Segment;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.workflow.SegmentChange;

/**
 * A record that may be due, and what the specification says of it in the plainest words: {@code dueOn} from {@code told}
 * on, as long as it is open.
 */
record Cause(RecordKind record, Object value, ReminderKind kind, boolean open, LocalDate dueOn, LocalDate told) {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    /** As it is keyed; empty where nothing is to be told today. */
    Optional<String> key(RecordId id) {
        return open && !TODAY.isBefore(told)
                ? Optional.of(kind.name().toLowerCase(Locale.ROOT) + "/" + id + "/" + dueOn)
                : Optional.empty();
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-60, 60).map(TODAY::plusDays);
    }

    static Arbitrary<Cause> any() {
        return Arbitraries.oneOf(actions(), goals(), requests(), referrals(), questions(), changes());
    }

    private static Arbitrary<Cause> actions() {
        return Combinators.combine(days(), Arbitraries.of(ActionItem.State.class))
                .as((due, state) -> new Cause(
                        RecordKind.ACTION_ITEM,
                        new ActionItem(
                                new ActionItem.Task("", ActionItem.By.SERVICE, ActionItem.Horizon.SHORT, due),
                                new ActionItem.Progress(state, null)),
                        ReminderKind.ACTION_DUE,
                        state == ActionItem.State.TO_DO,
                        due,
                        due.minusDays(7)));
    }

    private static Arbitrary<Cause> goals() {
        return Combinators.combine(days(), Arbitraries.of(Goal.State.class))
                .as((due, state) -> new Cause(
                        RecordKind.GOAL,
                        new Goal(
                                new Goal.Aim(Dimension.HOUSING, ""),
                                new Goal.Agreement(null, due),
                                new Goal.Progress(state)),
                        ReminderKind.GOAL_TO_REVISIT,
                        state == Goal.State.OPEN,
                        due,
                        due.minusDays(7)));
    }

    private static Arbitrary<Cause> requests() {
        return Combinators.combine(days(), days().injectNull(0.5), days().injectNull(0.7))
                .as((acknowledged, decided, notified) -> {
                    LocalDate due = decided == null ? acknowledged.plusDays(30) : decided.plusDays(8);
                    return new Cause(
                            RecordKind.REQUEST,
                            request(acknowledged, decided, notified),
                            decided == null ? ReminderKind.DECISION_DUE : ReminderKind.NOTIFICATION_DUE,
                            notified == null,
                            due,
                            due.minusDays(7));
                });
    }

    private static Request request(LocalDate acknowledged, @Nullable LocalDate decided, @Nullable LocalDate notified) {
        return new Request(
                new Request.Demand(Request.Origin.PERSON, Request.Urgency.SOON, Topic.HOUSING, acknowledged, ""),
                new Request.Handling(acknowledged, null, null, decided, notified, null));
    }

    private static Arbitrary<Cause> referrals() {
        return Combinators.combine(days(), Arbitraries.of(Referral.State.class).injectNull(0.5))
                .as((check, state) -> new Cause(
                        RecordKind.REFERRAL,
                        new Referral(
                                new Referral.Orientation("Mission locale", "", check),
                                new Referral.Sharing(Referral.Ground.NOTHING_PASSED, "", null, null),
                                new Referral.Watch(check, null),
                                state == null ? null : new Referral.Outcome(state, "x", "y", check)),
                        ReminderKind.REFERRAL_TO_CONFIRM,
                        state == null,
                        check,
                        check));
    }

    private static Arbitrary<Cause> questions() {
        return Combinators.combine(days(), Arbitraries.of(true, false))
                .as((asked, answered) -> new Cause(
                        RecordKind.QUESTION,
                        new Question(
                                new Question.Subject(
                                        new RecordId(DossierFixture.DOSSIER.value()), DossierFixture.COLLEAGUE),
                                new Question.Asked("Qui a vu le bail ?", asked),
                                answered ? new Question.Answer("Moi", asked) : null),
                        ReminderKind.QUESTION_UNANSWERED,
                        !answered,
                        asked.plusDays(3),
                        LocalDate.MIN));
    }

    private static Arbitrary<Cause> changes() {
        return Combinators.combine(
                        days(), Arbitraries.of(SegmentChange.Origin.class), Arbitraries.of(SegmentChange.State.class))
                .as((signed, origin, state) -> new Cause(
                        RecordKind.SEGMENT_CHANGE,
                        new SegmentChange(
                                new SegmentChange.Subject(origin, Segment.A, Segment.B, List.of(), ""),
                                new SegmentChange.Course(
                                        state,
                                        List.of(new SegmentChange.Signature(
                                                SegmentChange.Step.PROPOSED, DossierFixture.REFERENT, signed, null))),
                                null,
                                null),
                        ReminderKind.SIGNATURE_WAITING,
                        state == SegmentChange.State.PROPOSED || state == SegmentChange.State.APPROVED,
                        signed.plusDays(7),
                        LocalDate.MIN));
    }
}
