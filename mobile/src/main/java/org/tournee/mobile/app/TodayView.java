package org.tournee.mobile.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.draft.DraftRow;
import org.tournee.mobile.draft.OpenDraft;
import org.tournee.mobile.permanence.TodaysReception;
import org.tournee.mobile.reminder.DueHousehold;
import org.tournee.mobile.reminder.MyReminders;
import org.tournee.mobile.returned.MyReturns;
import org.tournee.mobile.round.TodaysRound;
import org.tournee.mobile.segment.MyReviews;
import org.tournee.mobile.segment.ReviewRow;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.reminder.ReminderKind;

/** The day: what came back, whom one meets, what is due, which reviews are near. */
final class TodayView extends PageScreen {

    /** Told under what came back. */
    private static final Set<ReminderKind> CAME_BACK =
            EnumSet.of(ReminderKind.CONFLICT_WAITING, ReminderKind.QUESTION_UNANSWERED);

    private static final int MOST_DUE = 6;
    private static final int MOST_DRAFTS = 3;
    private static final int MOST_REVIEWS = 3;

    TodayView(Phone phone) {
        super(phone, "nav.today");
    }

    @Override
    protected boolean tellsOfAll() {
        return true;
    }

    @Override
    protected List<Node> contents() {
        List<Node> shown = new ArrayList<>();
        Label date = Texts.muted(sentence(DateTexts.of(phone).dayOfWeek(phone.today())));
        shown.add(date);
        FirstSync.notice(phone).ifPresent(shown::add);
        cameBack(shown);
        drafts(shown);
        reception(shown);
        met(shown);
        boolean planned = TodaysRound.isPlanned(phone); // where one goes comes first, the way to plan it last
        if (planned) {
            round(shown);
        }
        due(shown);
        if (shown.size() == 1) {
            shown.add(new EmptyState(
                    Material2AL.CHECK_CIRCLE, messages.get("today.nothing"), messages.get("today.nothingWhy")));
        }
        if (!planned) {
            round(shown);
        }
        reviews(shown);
        return shown;
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What others did with one's work, and want to know of it. Rules: R-REC, R-ASK. */
    private void cameBack(List<Node> shown) {
        List<Node> rows = new ArrayList<>();
        OwnSilence.row(phone).ifPresent(rows::add);
        MyConflicts.of(phone).forEach(conflict -> rows.add(conflict.row(phone)));
        int returned = MyReturns.open(phone).size();
        if (returned > 0) {
            rows.add(new ListRow(
                    Icons.of(Material2AL.ASSIGNMENT_RETURN, Tone.CONFLICT),
                    messages.get("truth.returned", returned),
                    messages.get("today.returnedWhy", returned),
                    () -> phone.navigator().open(new Destination.ReturnedChanges())));
        }
        MyQuestions.of(phone).forEach(question -> rows.add(question.row(phone)));
        if (!rows.isEmpty()) {
            shown.add(new Section(messages.get("today.cameBack"), rows.toArray(Node[]::new)));
        }
    }

    /** What was left half written. Rule: R-OFF. */
    private void drafts(List<Node> shown) {
        List<OpenDraft> open = OpenDraft.all(phone);
        List<Node> rows = new ArrayList<>();
        open.stream().limit(MOST_DRAFTS).forEach(draft -> rows.add(new DraftRow(draft, phone, this::refresh)));
        if (open.size() > MOST_DRAFTS) {
            rows.add(Buttons.secondary(
                    messages.get("drafts.all", open.size()),
                    Material2AL.ARROW_FORWARD,
                    () -> phone.navigator().open(new Destination.Drafts())));
        }
        if (!rows.isEmpty()) {
            shown.add(new Section(messages.get("drafts.title"), rows.toArray(Node[]::new)));
        }
    }

    /** Desks that are open today, and what desks passed on to this worker. Rule: R-PER. */
    private void reception(List<Node> shown) {
        List<Node> rows = TodaysReception.rows(phone);
        if (!rows.isEmpty()) {
            shown.add(new Section(messages.get("reception.title"), rows.toArray(Node[]::new)));
        }
    }

    private void met(List<Node> shown) {
        Node[] rows = TodaysAppointments.of(phone).stream()
                .map(planned -> TodaysAppointments.row(planned, phone))
                .toArray(Node[]::new);
        if (rows.length > 0) {
            shown.add(new Section(messages.get("today.appointments"), rows));
        }
    }

    /** The round of the day, or the way to one. Rule: R-OUT. */
    private void round(List<Node> shown) {
        boolean empty = phone.store().dossiers().isEmpty();
        if (!empty) {
            shown.add(new Section(
                    messages.get("round.title"), TodaysRound.rows(phone).toArray(Node[]::new)));
        }
    }

    private void due(List<Node> shown) {
        List<MyReminders.Due> due = MyReminders.of(phone).stream()
                .filter(one -> !CAME_BACK.contains(one.reminder().kind()))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        List<Node> rows = new ArrayList<>();
        List<DueHousehold> households = DueHousehold.of(due);
        households.stream().limit(MOST_DUE).forEach(one -> rows.add(one.row(phone)));
        if (households.size() > MOST_DUE) {
            rows.add(Buttons.secondary(
                    messages.get("today.allDue", due.size()),
                    Material2AL.ARROW_FORWARD,
                    () -> phone.navigator().open(new Destination.Reminders())));
        }
        shown.add(new Section(messages.get("today.due"), rows.toArray(Node[]::new)));
    }

    private void reviews(List<Node> shown) {
        List<MyReviews.Upcoming> near = MyReviews.of(phone);
        if (near.isEmpty()) {
            return;
        }
        List<Node> rows = new ArrayList<>();
        near.stream().limit(MOST_REVIEWS).forEach(one -> rows.add(ReviewRow.of(one, phone)));
        Button all = Buttons.secondary(
                messages.get("today.allReviews", near.size()),
                Material2AL.ARROW_FORWARD,
                () -> phone.navigator().open(new Destination.Reviews()));
        all.setId("all-reviews");
        rows.add(all);
        shown.add(new Section(messages.get("today.reviews"), rows.toArray(Node[]::new)));
    }
}
