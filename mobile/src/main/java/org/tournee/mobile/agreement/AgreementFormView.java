package org.tournee.mobile.agreement;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.tournee.bilan.Goal;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.draft.TypedText;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/** Writes an agreement: what each side commits to, for which goals, from when, signed by whom; or why there is none. */
final class AgreementFormView extends VBox {

    private final AgreementForm form;
    private final AgreementsViewModel model;
    private final DossierDesk desk;
    private final Messages messages;

    AgreementFormView(AgreementForm form, AgreementsViewModel model, DossierDesk desk) {
        this.form = form;
        this.model = model;
        this.desk = desk;
        this.messages = desk.phone().messages();
        // Over the shoulder no reason of an exception is read; the draft stays. Rule: R-BIL
        ObservableBooleanValue exception =
                Bindings.and(form.exception(), Bindings.not(desk.discretion().onProperty()));
        getChildren()
                .add(new FormCard(messages)
                        .add(
                                way(),
                                shown(Bindings.not(form.exception()), agreed()),
                                shown(
                                        exception,
                                        area("agreement-reason", messages.get("agreement.reason"), form.reason())))
                        .end(form, messages.get("agreement.keep"), model::keep, model::giveUp));
    }

    private Node way() {
        ChipGroup<Boolean> ways = ChipGroup.one(
                List.of(false, true),
                exception -> messages.get(exception ? "agreement.way.exception" : "agreement.way.signed"));
        ways.select(List.of(form.exception().get()));
        ways.selectedProperty()
                .addListener(
                        (on, was, is) -> ways.choice().ifPresentOrElse(form.exception()::set, () -> ways.select(was)));
        return ways;
    }

    private Node agreed() {
        VBox fields = new VBox(
                area("agreement-commitments", messages.get("agreement.commitments"), form.commitments()),
                area("agreement-service", messages.get("agreement.service"), form.service()));
        fields.getStyleClass().add("section-body");
        List<Entry<Goal>> goals = model.goals(form);
        if (!goals.isEmpty()) {
            fields.getChildren().addAll(Texts.strong(messages.get("agreement.goals")), goals(goals));
        }
        fields.getChildren()
                .addAll(
                        day("agreement-starts", messages.get("agreement.startsOn"), form.startsOn()),
                        day("agreement-ends", messages.get("agreement.endsOn"), form.endsOn()),
                        Texts.strong(messages.get("agreement.persons")),
                        Choices.several(ChipGroup.several(model.signers(form), this::name), form.persons()),
                        wrongSigners(),
                        Texts.strong(messages.get("agreement.worker")),
                        Choices.of(desk.colleagues(), form.worker(), worker -> Names.of(desk.phone(), worker)),
                        day("agreement-signed", messages.get("agreement.signedOn"), form.signedOn()));
        return fields;
    }

    private Node goals(List<Entry<Goal>> goals) {
        return Choices.several(
                ChipGroup.several(goals.stream().map(Entry::id).toList(), id -> goalText(goals, id)), form.goals());
    }

    private static String goalText(List<Entry<Goal>> goals, RecordId id) {
        return DossierDesk.current(goals, id)
                .map(goal -> goal.value().aim().text())
                .orElseThrow();
    }

    private String name(PersonId person) {
        DossierContents contents = desk.contents();
        return Names.ofPerson(contents, person, messages);
    }

    private Node wrongSigners() {
        Mark wrong = new Mark(Tone.CONFLICT, messages.get("agreement.wrong.persons"));
        shown(form.signers().wrong().isNotEmpty(), wrong);
        return wrong;
    }

    private Field area(String id, String name, TypedText typed) {
        return FormCard.bind(Field.area(name, 3), id, typed, messages);
    }

    private Field day(String id, String name, TypedText typed) {
        return FormCard.bind(Field.text(name).hint(messages.get("contact.day.hint")), id, typed, messages);
    }

    private static Node shown(ObservableBooleanValue when, Node node) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }
}
