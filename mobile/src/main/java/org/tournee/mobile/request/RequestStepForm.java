package org.tournee.mobile.request;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.request.Request;
import org.tournee.request.RequestStep;
import org.tournee.sync.RecordId;

/** A step of a request being taken, where it is taken. Rule: R-REQ. */
public final class RequestStepForm implements DraftedForm {

    private final FormDraft<RequestStepDraft> draft;
    private final RecordId request;
    private final RequestStep step;
    private final TypedText day;
    private final ObjectProperty<Request.@Nullable Decision> decision;

    /** As it was left, or one of today; an appointment is offered for a day that nobody guesses. */
    RequestStepForm(FormDraft<RequestStepDraft> draft, RecordId request, RequestStep step, LocalDate today) {
        String usual = step == RequestStep.OFFER_APPOINTMENT ? "" : draft.typed(today);
        RequestStepDraft untouched = new RequestStepDraft(usual, null);
        RequestStepDraft begun = draft.kept().orElse(untouched);
        this.draft = draft;
        this.request = request;
        this.step = step;
        this.day = new TypedText(begun.day());
        this.decision = new SimpleObjectProperty<>(begun.decision());
        decision.addListener((on, was, is) -> day.check(true, ""));
        draft.follow(
                () -> Optional.of(new RequestStepDraft(day.property().get(), decision.get()))
                        .filter(now -> !now.equals(untouched)),
                day.property(),
                decision);
    }

    /**
     * The request after it; empty with what is wrong, or why it may not be taken, beside the day.
     *
     * @param now the request as it stands now, whatever it was when the form was opened
     */
    public Optional<Request> taken(Request now, LocalDate today) {
        Optional<LocalDate> on = day.day("demand.wrong.day");
        if (on.isEmpty()) {
            return Optional.empty();
        }
        RequestStep.Result result = step.take(now, on.get(), decision.get(), today);
        if (result instanceof RequestStep.Refused refused) {
            day.check(false, refusalKey(refused.reason()));
            return Optional.empty();
        }
        return Optional.of(((RequestStep.Taken) result).request());
    }

    /** The key of the words for a refusal. */
    static String refusalKey(RequestStep.Refusal reason) {
        return "requestStep." + reason.name();
    }

    @Override
    public FormDraft<RequestStepDraft> draft() {
        return draft;
    }

    /** The request that it is about. */
    public RecordId request() {
        return request;
    }

    public RequestStep step() {
        return step;
    }

    public TypedText day() {
        return day;
    }

    /** What is decided; null while none is chosen. */
    public ObjectProperty<Request.@Nullable Decision> decision() {
        return decision;
    }
}
