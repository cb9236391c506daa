package org.tournee.mobile.rights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.device.OtherApps;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.rights.RightsDomain;

/** The whole catalogue: what to look at first with its reason, then by domain. Rule: R-RDD. */
final class SweepView extends VBox {

    private final Phone phone;
    private final Messages messages;
    private final RightsSweepViewModel model;
    private final OtherApps apps;
    private final ProgressRing whole = new ProgressRing();
    private final javafx.scene.control.Label wholeWords = Texts.muted("");
    private final Map<RightsDomain, ProgressRing> rings = new HashMap<>();
    private final List<RightCard> cards = new ArrayList<>();

    SweepView(Phone phone, RightsSweepViewModel model, OtherApps apps, Runnable summary) {
        this.phone = phone;
        this.messages = phone.messages();
        this.model = model;
        this.apps = apps;
        Page page = new Page();
        page.contents(contents(model.sweep().get()));
        page.header(head());
        Button toSummary = Buttons.primary(messages.get("rights.toSummary"), Material2AL.CHECK, summary);
        toSummary.setId("rights-to-summary");
        page.footer(
                new RefusalNotice(model.writer().refused(), messages),
                Texts.small(messages.get("rights.saved")),
                toSummary);
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().add(page);
        model.sweep().addListener((on, was, is) -> show(is));
        show(model.sweep().get());
    }

    private Node head() {
        VBox words = new VBox(Texts.heading(model.householdName()), wholeWords);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(12, whole, words);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private List<Node> contents(Sweep sweep) {
        List<Node> nodes = new ArrayList<>();
        if (!sweep.first().isEmpty()) {
            Section first = new Section(messages.get("rights.first"));
            List<Node> suggested = new ArrayList<>();
            suggested.add(Texts.muted(messages.get("rights.first.hint")));
            sweep.first().forEach(line -> suggested.add(card(line, "first")));
            first.contents(suggested);
            nodes.add(first);
        }
        List<Node> groups = new ArrayList<>();
        sweep.groups().forEach(group -> groups.add(domain(group)));
        Section all = new Section(messages.get("rights.all"));
        all.contents(groups);
        nodes.add(all);
        return nodes;
    }

    private RightCard card(RightLine line, String where) {
        RightCard card = new RightCard(line, phone, model, apps, where);
        cards.add(card);
        return card;
    }

    private Node domain(DomainGroup group) {
        ProgressRing ring = new ProgressRing();
        rings.put(group.domain(), ring);
        return new DomainSection(
                messages.of(group.domain()),
                ring,
                () -> group.lines().stream()
                        .map(line -> current(line))
                        .<Node>map(line -> card(line, "all"))
                        .toList());
    }

    private RightLine current(RightLine line) {
        return model.sweep().get().line(line.right().id()).orElse(line);
    }

    private void show(Sweep sweep) {
        String words = messages.get("rights.progress", sweep.looked(), sweep.size());
        whole.show(sweep.looked(), sweep.size(), words);
        wholeWords.setText(words);
        for (DomainGroup group : sweep.groups()) {
            ProgressRing ring = rings.get(group.domain());
            if (ring != null) {
                ring.show(group.looked(), group.size(), messages.get("rights.progress", group.looked(), group.size()));
            }
        }
        for (RightCard card : cards) {
            Optional<RightLine> line = sweep.line(card.rightId());
            line.ifPresent(card::show);
        }
    }
}
