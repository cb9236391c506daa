package org.tournee.mobile.referral;

import java.util.Arrays;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.draft.TypedText;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Texts;
import org.tournee.referral.Referral;

/** Writes a referral: to whom, what for, what is passed on what ground, when to find out. Rules: R-REL, R-SHARE. */
final class ReferralFormView extends VBox {

    private final ReferralForm form;
    private final Messages messages;

    ReferralFormView(ReferralForm form, ReferralsViewModel model, DossierDesk desk) {
        this.form = form;
        this.messages = desk.phone().messages();
        FormCard card = new FormCard(messages)
                .add(
                        field(Field.text(messages.get("referral.partner")), "referral-partner", form.partner()),
                        new PartnerSuggestions(form.partner(), desk.phone()),
                        field(Field.area(messages.get("referral.need"), 2), "referral-need", form.need()),
                        Texts.strong(messages.get("referral.ground")),
                        Choices.of(Arrays.asList(Referral.Ground.values()), form.ground(), messages::of),
                        onGround(
                                field(
                                        Field.area(messages.get("referral.passedOn"), 2),
                                        "referral-passed-on",
                                        form.passedOn()),
                                ground -> ground != Referral.Ground.NOTHING_PASSED),
                        onGround(agreement(), ground -> ground == Referral.Ground.AGREEMENT),
                        field(day(messages.get("referral.checkOn")), "referral-check-on", form.checkOn()),
                        Texts.strong(messages.get("referral.answerable")),
                        Choices.of(desk.colleagues(), form.answerable(), worker -> Names.of(desk.phone(), worker)));
        if (form.seen().isEmpty()) {
            card.add(Choices.box(messages.get("contact.restricted"), form.restricted()));
        }
        getChildren().add(card.end(form, messages.get("referral.keep"), model::keep, model::giveUp));
    }

    private Node agreement() {
        VBox agreement = new VBox(
                field(Field.area(messages.get("referral.purpose"), 2), "referral-purpose", form.purpose()),
                field(day(messages.get("referral.until")), "referral-until", form.until()));
        agreement.getStyleClass().add("section-body");
        return agreement;
    }

    private Field field(Field field, String id, TypedText typed) {
        return FormCard.bind(field, id, typed, messages);
    }

    private Field day(String name) {
        return Field.text(name).hint(messages.get("contact.day.hint"));
    }

    /** Asked for on some grounds alone; what was typed stays while it is not. */
    private <N extends Node> N onGround(N node, Predicate<Referral.Ground> which) {
        node.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> which.test(form.ground().get()), form.ground()));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }
}
