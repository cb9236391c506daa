package org.tournee.mobile.request;

import java.util.Arrays;
import javafx.scene.Node;
import org.tournee.contact.Topic;
import org.tournee.mandate.Mandate;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.draft.TypedText;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Texts;
import org.tournee.request.Request;
import org.tournee.segment.Exemption;

/** The forms of a request, a mandate, its review and an exemption. Rules: R-REQ, R-MAN, R-SEG-10. */
final class RequestForms {

    private final RequestsViewModel model;
    private final Messages messages;

    RequestForms(RequestsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    Node of(DemandForm form) {
        return new FormCard(messages)
                .add(
                        Texts.strong(messages.get("demand.subject")),
                        Choices.one(Arrays.asList(Topic.values()), form.subject(), messages),
                        area("demand.text", "demand-text", form.text()),
                        Texts.strong(messages.get("demand.origin")),
                        Choices.one(Arrays.asList(Request.Origin.values()), form.origin(), messages),
                        Texts.strong(messages.get("demand.urgency")),
                        Choices.one(Arrays.asList(Request.Urgency.values()), form.urgency(), messages),
                        day("demand.receivedOn", "demand-received-on", form.receivedOn()))
                .end(form, messages.get("demand.keep"), model::keepDemand, model::giveUpDemand);
    }

    Node of(MandateForm form) {
        return new FormCard(messages)
                .add(
                        Texts.strong(messages.get("mandate.kind")),
                        Choices.one(Arrays.asList(Mandate.Kind.values()), form.kind(), messages),
                        field(Field.text(messages.get("mandate.authority")), "mandate-authority", form.authority()),
                        area("mandate.whatIsDue", "mandate-due", form.whatIsDue()),
                        day("mandate.start", "mandate-start", form.start()),
                        day("mandate.lastDay", "mandate-last-day", form.lastDay()))
                .end(form, messages.get("mandate.keep"), model::keepMandate, model::giveUpMandate);
    }

    /** Inside the card of its mandate. */
    Node of(MandateReviewForm form) {
        return new FormCard(messages)
                .inside()
                .add(
                        area("mandate.conclusion", "mandate-conclusion", form.conclusion()),
                        day("mandate.heldOn", "mandate-held-on", form.heldOn()))
                .end(form, messages.get("mandate.review.keep"), model::keepReview, model::giveUpReview);
    }

    Node of(ExemptionForm form) {
        return new FormCard(messages)
                .add(
                        Texts.muted(messages.get("exemption.how")),
                        Texts.strong(messages.get("exemption.reason")),
                        Choices.one(Arrays.asList(Exemption.Reason.values()), form.reason(), messages),
                        day("exemption.from", "exemption-from", form.from()),
                        day("exemption.lastDay", "exemption-last-day", form.lastDay()),
                        area("exemption.why", "exemption-why", form.why()))
                .end(form, messages.get("exemption.keep"), model::keepExemption, model::giveUpExemption);
    }

    private Field area(String key, String id, TypedText typed) {
        return field(Field.area(messages.get(key), 3), id, typed);
    }

    private Field day(String key, String id, TypedText typed) {
        return field(Field.text(messages.get(key)).hint(messages.get("contact.day.hint")), id, typed);
    }

    private Field field(Field field, String id, TypedText typed) {
        return FormCard.bind(field, id, typed, messages);
    }
}
