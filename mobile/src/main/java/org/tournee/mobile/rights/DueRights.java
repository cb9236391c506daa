package org.tournee.mobile.rights;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.rights.RightsFigures;

/** What is due on rights besides their follow-up: declarations, what was put off, and what became of it all. R-RDD */
final class DueRights {

    private final Phone phone;
    private final DossierId dossier;
    private final Messages messages;
    private final DateTexts dates;
    private final FollowUpsViewModel model;

    DueRights(Phone phone, DossierId dossier, FollowUpsViewModel model) {
        this.phone = phone;
        this.dossier = dossier;
        this.messages = phone.messages();
        this.dates = DateTexts.of(phone);
        this.model = model;
    }

    /** What stands above the follow-ups: resources to declare, rights that were put off. */
    List<Node> first() {
        List<Node> nodes = new ArrayList<>();
        List<FollowUpsViewModel.Declaration> declarations = model.declarations();
        if (!declarations.isEmpty()) {
            Section section = new Section(messages.get("rights.declarations"));
            section.contents(declarations.stream().map(this::declaration).toList());
            nodes.add(section);
        }
        model.later()
                .ifPresent(later -> nodes.add(new ListRow(
                        Material2AL.HISTORY,
                        messages.get("rights.later", later.rights()),
                        messages.get("rights.later.resume"),
                        () -> phone.navigator().open(new Destination.RightsSweep(dossier, later.sweep())))));
        return nodes;
    }

    private Node declaration(FollowUpsViewModel.Declaration due) {
        boolean past = due.dueOn().isBefore(phone.today());
        Button done =
                Buttons.quiet(messages.get("rights.declaration.done"), Material2AL.CHECK, () -> model.declared(due));
        done.setId("declared-" + due.check().value().subject().rightId());
        return new Card(
                Texts.strong(model.rightName(due.check().value())),
                new Mark(
                        past ? Tone.LATE : Tone.DUE,
                        Material2AL.AUTORENEW,
                        messages.get(
                                past ? "rights.declaration.since" : "rights.declaration.by", dates.day(due.dueOn()))),
                done);
    }

    /** How it goes beside the reference points; nothing where nothing was opened. */
    List<Node> last() {
        RightsFigures figures = model.figures();
        if (figures.opened() == 0) {
            return List.of();
        }
        Card card = new Card(Texts.body(messages.get("rights.figures.opened", figures.opened())));
        figures.medianDays()
                .ifPresent(days -> card.getChildren()
                        .add(Texts.small(messages.get("rights.figures.days", days, RightsFigures.REFERENCE_DAYS))));
        card.getChildren()
                .add(Texts.small(messages.get(
                        "rights.figures.health",
                        figures.inHealth(),
                        figures.opened(),
                        RightsFigures.REFERENCE_HEALTH_PERCENT)));
        return List.of(new Section(messages.get("rights.figures"), card));
    }
}
