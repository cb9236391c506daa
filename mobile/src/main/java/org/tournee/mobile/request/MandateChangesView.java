package org.tournee.mobile.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;

/** Inside the card of a mandate: to correct what it is, to prepare its end, and the end that waits. Rules: R-MAN, R-SYN. */
final class MandateChangesView {

    private final MandateChangesViewModel model;
    private final Messages messages;
    private final DateTexts dates;

    MandateChangesView(MandateChangesViewModel model, Phone phone) {
        this.model = model;
        this.messages = phone.messages();
        this.dates = DateTexts.of(phone);
    }

    /** The forms that are open, or the buttons that open them; nothing for whoever only reads. */
    List<Node> of(Entry<Mandate> entry) {
        List<Node> nodes = new ArrayList<>();
        model.prepared(entry)
                .ifPresent(end -> nodes.add(new Mark(
                        Tone.ACCENT,
                        Material2MZ.SCHEDULE,
                        messages.get("mandate.end.prepared", dates.day(end.lastDay())))));
        if (model.mission(entry).isPresent()) {
            nodes.add(mission(model.mission(entry).get()));
        } else if (model.mayCorrect(entry)) {
            nodes.add(button("mandate.mission", Material2AL.EDIT, "mission-", entry, () -> model.beginMission(entry)));
        }
        if (model.end(entry).isPresent()) {
            nodes.add(end(model.end(entry).get()));
        } else if (model.mayEnd(entry)) {
            nodes.add(button("mandate.end", Material2AL.EVENT_BUSY, "end-", entry, () -> model.beginEnd(entry)));
        }
        return nodes;
    }

    private Button button(String key, Ikon icon, String id, Entry<Mandate> entry, Runnable action) {
        Button button = Buttons.quiet(messages.get(key), icon, action);
        button.setId(id + entry.id());
        return button;
    }

    private Node mission(MissionForm form) {
        Field authority = Field.text(messages.get("mandate.authority"));
        Field due = Field.area(messages.get("mandate.whatIsDue"), 3);
        return new FormCard(messages)
                .inside()
                .add(
                        Texts.strong(messages.get("mandate.kind")),
                        Choices.one(Arrays.asList(Mandate.Kind.values()), form.kind(), messages),
                        FormCard.bind(authority, "mission-authority", form.authority(), messages),
                        FormCard.bind(due, "mission-due", form.whatIsDue(), messages))
                .end(form, messages.get("mandate.mission.keep"), model::keepMission, model::giveUpMission);
    }

    private Node end(MandateEndForm form) {
        Field day = Field.text(messages.get("mandate.end.day")).hint(messages.get("contact.day.hint"));
        return new FormCard(messages)
                .inside()
                .add(
                        Texts.muted(messages.get("mandate.end.how")),
                        FormCard.bind(day, "mandate-end-day", form.lastDay(), messages))
                .end(form, messages.get("mandate.end.keep"), model::keepEnd, model::giveUpEnd);
    }
}
