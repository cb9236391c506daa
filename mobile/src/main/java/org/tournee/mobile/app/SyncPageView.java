package org.tournee.mobile.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.store.PhoneStore.Waiting;
import org.tournee.mobile.sync.SyncState;
import org.tournee.mobile.sync.SyncState.Phase;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;

/** How synchronisation stands, in plain words, and what to do about it. Rule: R-SYN. */
final class SyncPageView implements Screen {

    private final Phone phone;
    private final Messages messages;
    private final Page page = new Page();
    private final Button now;

    SyncPageView(Phone phone) {
        this.phone = phone;
        this.messages = phone.messages();
        this.now = Buttons.primary(messages.get("sync.now"), Material2MZ.SYNC, this::syncNow);
        page.footer(now);
        refresh();
    }

    @Override
    public String title() {
        return messages.get("sync.title");
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void refresh() {
        if (!phone.store().isTyped()) {
            page.contents(List.of(StillReading.notice(messages)));
            return;
        }
        Truth.Facts facts = TruthFacts.of(phone);
        List<Node> shown = new ArrayList<>();
        shown.add(standing(facts));
        problem(facts.sync(), shown);
        skew(facts.sync(), shown);
        if (facts.succeeded()) {
            shown.add(new Notice(Tone.ACCENT, messages.get("sync.succeeded")));
        }
        toSee(facts, shown);
        boolean working = facts.sync().phase() != Phase.IDLE;
        now.setDisable(working);
        now.setText(messages.get(working ? "sync.working" : "sync.now"));
        page.contents(shown);
    }

    private void syncNow() {
        phone.sync().syncNow();
        refresh();
    }

    private Node standing(Truth.Facts facts) {
        DateTexts dates = DateTexts.of(phone);
        Waiting waiting = facts.waiting();
        SyncState sync = facts.sync();
        String waits = waiting.operations() > 0 && waiting.since() != null
                ? messages.get("truth.waiting", waiting.operations(), dates.moment(waiting.since()))
                : messages.get("sync.nothingWaits");
        String last = sync.lastSuccess() == null
                ? messages.get("sync.never")
                : messages.get("sync.last", dates.moment(sync.lastSuccess()));
        Card card = new Card(
                new ListRow(
                        waiting.operations() == 0
                                ? Icons.of(Material2AL.CHECK_CIRCLE, Tone.DONE)
                                : Icons.of(Material2AL.ARROW_UPWARD, Tone.ACCENT),
                        waits,
                        messages.get(waiting.operations() == 0 ? "sync.nothingWaitsWhy" : "sync.waitingWhy")),
                new ListRow(Icons.of(Material2AL.HISTORY), last, receiving(sync)));
        card.getStyleClass().add("card-rows");
        return card;
    }

    private @Nullable String receiving(SyncState sync) {
        return sync.phase() == Phase.RECEIVING && sync.toDownload() > 0
                ? messages.get("truth.receiving", sync.downloaded(), sync.toDownload())
                : null;
    }

    private void problem(SyncState sync, List<Node> shown) {
        SyncState.Problem problem = sync.problem();
        if (problem != null) {
            Tone tone = problem == SyncState.Problem.NO_NETWORK ? Tone.ACCENT : Tone.CONFLICT;
            Notice notice = new Notice(tone, messages.get("sync.problem." + problem.name()));
            shown.add(problem == SyncState.Problem.SIGN_IN_AGAIN ? notice.below(signIn()) : notice);
        }
    }

    private Node signIn() {
        return Buttons.secondary(
                messages.get("signIn.do"),
                Material2AL.LOGIN,
                () -> phone.navigator().open(new Destination.SignIn()));
    }

    private void skew(SyncState sync, List<Node> shown) {
        if (sync.clockIsOff()) {
            long minutes = Math.abs(Duration.ofSeconds(sync.skewSeconds()).toMinutes());
            String key = sync.skewSeconds() > 0 ? "sync.ahead" : "sync.behind";
            shown.add(new Notice(Tone.DUE, messages.get(key, minutes)));
        }
    }

    private void toSee(Truth.Facts facts, List<Node> shown) {
        List<Node> rows = new ArrayList<>();
        MyConflicts.of(phone).forEach(conflict -> rows.add(conflict.row(phone)));
        if (facts.returned() > 0) {
            rows.add(new ListRow(
                    Icons.of(Material2AL.ASSIGNMENT_RETURN, Tone.CONFLICT),
                    messages.get("truth.returned", facts.returned()),
                    messages.get("today.returnedWhy", facts.returned()),
                    () -> phone.navigator().open(new Destination.ReturnedChanges())));
        }
        if (rows.isEmpty()) {
            shown.add(Texts.muted(messages.get("sync.nothingToSee")));
        } else {
            shown.add(new Section(messages.get("sync.toSee"), rows.toArray(Node[]::new)));
        }
    }
}
