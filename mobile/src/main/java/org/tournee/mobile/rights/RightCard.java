package org.tournee.mobile.rights;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.HouseholdFact;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.device.OtherApps;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Hyphens;
import org.tournee.mobile.ui.Texts;
import org.tournee.rights.RightState;

/** One right: its name and reason, four large answers, three rarer ones below. Rule: R-RDD. */
final class RightCard extends VBox {

    private static final List<RightState> LARGE =
            List.of(RightState.HELD, RightState.PROBABLE, RightState.NOT_ELIGIBLE, RightState.NOT_LOOKED_AT);
    private static final List<RightState> RARER =
            List.of(RightState.TO_VERIFY, RightState.DECLINED, RightState.UNDULY_RECEIVED);

    private final Phone phone;
    private final Messages messages;
    private final RightsSweepViewModel model;
    private final OtherApps apps;
    private final String where;
    private final Card card = new Card();
    private RightLine line;
    private boolean showsRarer;
    private Optional<ReasonForm> asksReason = Optional.empty();
    private boolean showsConditions;

    RightCard(RightLine line, Phone phone, RightsSweepViewModel model, OtherApps apps, String where) {
        this.line = line;
        this.phone = phone;
        this.messages = phone.messages();
        this.model = model;
        this.apps = apps;
        this.where = where;
        card.getStyleClass().add("right-card");
        getChildren().add(card);
        askAgain();
        build();
    }

    /** A reason that was left half written is asked for again. */
    private void askAgain() {
        ReasonForm form = model.reasonForm(line.right());
        asksReason = form.draft().kept().isPresent() ? Optional.of(form) : Optional.empty();
    }

    String rightId() {
        return line.right().id();
    }

    void show(RightLine now) {
        boolean changed = !now.equals(line);
        line = now;
        if (changed) {
            askAgain();
            showsRarer = false;
            build();
        }
    }

    private void build() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(head());
        if (!line.because().isEmpty()) {
            nodes.add(Texts.small(messages.get("rights.because", because())));
        }
        if (showsConditions) {
            nodes.add(Texts.body(line.right().conditions()));
            officialPage().ifPresent(nodes::add);
        }
        nodes.add(row(LARGE));
        if (showsRarer || asksReason.isPresent() || RARER.contains(line.state())) {
            nodes.add(row(RARER));
        }
        asksReason.map(this::reason).ifPresent(nodes::add);
        line.check()
                .map(entry -> entry.value().finding().reason())
                .ifPresent(reason -> nodes.add(Texts.body(messages.get("rights.reason.said", reason))));
        if (line.check().map(entry -> entry.value().followUp()).isPresent()) {
            nodes.add(new FollowUpView(line, phone, model));
        }
        card.getChildren().setAll(nodes);
    }

    private Node head() {
        VBox words = new VBox(
                Texts.strong(line.right().name()), Texts.small(line.right().institution()));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button other = Buttons.icon(
                Material2MZ.MORE_HORIZ,
                messages.get("rights.other", line.right().name()),
                this::rarer);
        other.setId("other-" + where + "-" + line.right().id());
        Button conditions = Buttons.icon(
                Material2AL.INFO, messages.get("rights.conditions", line.right().name()), this::conditions);
        conditions.setId("conditions-" + where + "-" + line.right().id());
        HBox head = new HBox(words, other, conditions);
        head.setAlignment(Pos.TOP_LEFT);
        return head;
    }

    private void conditions() {
        showsConditions = !showsConditions;
        build();
    }

    /** Leads out of the app, with nothing of the person in the address. Rules: R-CAT, R-GDPR. */
    private Optional<Node> officialPage() {
        String page = line.right().officialPage();
        if (page.isBlank()) {
            return Optional.empty();
        }
        Button open = Buttons.quiet(messages.get("rights.page"), Material2MZ.OPEN_IN_NEW, () -> open(page));
        open.setId("page-" + where + "-" + line.right().id());
        return Optional.of(open);
    }

    private void open(String page) {
        if (!apps.open(URI.create(page))) {
            phone.navigator().say(messages.get("rights.page.none", page));
        }
    }

    private String because() {
        return line.because().stream()
                .map((HouseholdFact fact) -> messages.of(fact))
                .collect(Collectors.joining(", "));
    }

    private Node row(List<RightState> states) {
        return new AnswerRow(states.stream().map(this::answer).toList());
    }

    private ToggleButton answer(RightState state) {
        ToggleButton button = new ToggleButton(messages.get("rights.answer." + state.name()));
        button.getStyleClass().addAll("answer");
        button.setId("answer-" + where + "-" + line.right().id() + "-" + state.name());
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMaxHeight(Double.MAX_VALUE);
        button.setPrefWidth(0);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setSelected(state == RightState.NOT_LOOKED_AT ? line.putOff() : line.state() == state);
        button.setAccessibleText(line.right().name() + ", " + messages.of(state));
        button.setOnAction(event -> choose(state));
        return Hyphens.in(button);
    }

    private void choose(RightState state) {
        if (state == RightState.DECLINED) {
            asksReason = Optional.of(model.reasonForm(line.right()));
        } else if (line.check().isEmpty() || line.state() != state) {
            model.answer(line.right(), state);
        }
        build();
    }

    private void rarer() {
        showsRarer = !showsRarer;
        build();
    }

    /** The reason in the person's own words, without which the refusal is not written. */
    private Node reason(ReasonForm form) {
        Field reason = Field.text(messages.get("rights.reason")).hint(messages.get("rights.reason.hint"));
        reason.input().setId("reason-" + line.right().id());
        reason.keepIn(form.text());
        reason.errorKey(form.wrong(), messages::get);
        return new VBox(
                8,
                reason,
                new DraftMark(form.draft().keeper(), messages),
                Buttons.secondary(
                        messages.get("rights.reason.keep"), Material2AL.CHECK, () -> model.decline(line.right(), form)),
                Buttons.quiet(messages.get("app.close"), Material2AL.CLOSE, () -> giveUp(form)));
    }

    private void giveUp(ReasonForm form) {
        asksReason = Optional.empty();
        build();
        form.draft().discard(() -> {
            askAgain();
            build();
        });
    }
}
