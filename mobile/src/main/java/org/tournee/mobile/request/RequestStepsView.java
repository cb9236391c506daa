package org.tournee.mobile.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Texts;
import org.tournee.request.Request;
import org.tournee.request.RequestStep;

/** Inside the card of a request: what may be done about it next, and the form of the one that is being done. Rule: R-REQ. */
final class RequestStepsView {

    private final RequestStepsViewModel model;
    private final Messages messages;

    RequestStepsView(RequestStepsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    /** The form that is open, or a button for each step; nothing for whoever only reads. */
    List<Node> of(Entry<Request> entry) {
        Optional<RequestStepForm> form = model.form(entry);
        return form.isPresent()
                ? List.of(form(form.get()))
                : model.open(entry).stream()
                        .<Node>map(step -> button(entry, step))
                        .toList();
    }

    private Button button(Entry<Request> entry, RequestStep step) {
        Button button = Buttons.quiet(messages.of(step), icon(step), () -> model.begin(entry, step));
        button.setId("step-" + step + "-" + entry.id());
        return button;
    }

    private static Ikon icon(RequestStep step) {
        return switch (step) {
            case ACKNOWLEDGE -> Material2AL.CHECK;
            case OFFER_APPOINTMENT -> Material2AL.EVENT;
            case DECIDE -> Material2AL.GAVEL;
            case NOTIFY -> Material2MZ.MAIL;
            case APPEAL -> Material2MZ.REPLY;
        };
    }

    private Node form(RequestStepForm form) {
        FormCard card = new FormCard(messages).inside().add(Texts.strong(messages.of(form.step())));
        if (form.step() == RequestStep.DECIDE) {
            ChipGroup<Request.Decision> decisions =
                    ChipGroup.one(Arrays.asList(Request.Decision.values()), messages::of);
            card.add(Choices.optional(decisions, form.decision()));
        }
        String label = form.step() == RequestStep.OFFER_APPOINTMENT ? "requestStep.for" : "requestStep.day";
        Field day = Field.text(messages.get(label)).hint(messages.get("contact.day.hint"));
        return card.add(FormCard.bind(day, "step-day", form.day(), messages))
                .end(form, messages.get("requestStep.keep"), model::keep, model::giveUp);
    }
}
