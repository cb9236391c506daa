package org.tournee.mobile.bilan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.bilan.BilanConclusion;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;

/** What the bilan concludes to. Rule: R-BIL. */
final class ConclusionView extends VBox {

    private final ConclusionViewModel model;
    private final Phone phone;
    private final Messages messages;
    private final Section section;

    ConclusionView(ConclusionViewModel model, Phone phone) {
        this.model = model;
        this.phone = phone;
        this.messages = phone.messages();
        this.section = new Section(messages.get("bilan.conclusion"));
        getChildren().add(section);
        model.standing().addListener((on, was, is) -> show());
        model.writing().addListener((on, was, is) -> show());
        show();
    }

    private void show() {
        section.contents(List.of(model.writing().get().map(this::form).orElseGet(this::standing)));
    }

    private Node standing() {
        Optional<Entry<BilanConclusion>> entry = model.standing().get();
        if (entry.isEmpty()) {
            return Buttons.quiet(messages.get("bilan.conclude"), Material2AL.ADD, model::begin);
        }
        BilanConclusion.Conclusion conclusion = entry.get().value().conclusion();
        return new Card(
                Texts.strong(messages.of(conclusion.orientation())),
                Texts.body(conclusion.reason()),
                Texts.small(messages.get("bilan.concluded", DateTexts.of(phone).day(conclusion.concludedOn()))),
                Buttons.quiet(messages.get("bilan.conclude.change"), Material2AL.EDIT, model::begin));
    }

    private Node form(ConclusionForm form) {
        Field reason = Field.area(messages.get("bilan.conclude.reason"), 3);
        reason.input().setId("conclusion-reason");
        reason.keepIn(form.reason());
        reason.errorKey(form.wrong(), messages::get);
        return new Card(
                Choices.one(Arrays.asList(BilanConclusion.Orientation.values()), form.orientation(), messages),
                reason,
                new RefusalNotice(model.writer().refused(), messages),
                new DraftMark(form.draft().keeper(), messages),
                Buttons.secondary(messages.get("bilan.conclude.keep"), Material2AL.CHECK, model::conclude),
                Buttons.quiet(messages.get("bilan.item.giveUp"), Material2AL.CLOSE, model::giveUp));
    }
}
