package org.tournee.mobile.request;

import java.util.List;
import java.util.Optional;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.request.Request;
import org.tournee.request.RequestStep;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** The steps of a dossier's requests, taken with no network by whoever may. Rules: R-REQ, R-SHARE, R-OFF. */
public final class RequestStepsViewModel {

    private final DossierDesk desk;
    private final Writing<RequestStepForm> writing;

    /** Goes on with a step that was left half written. */
    public RequestStepsViewModel(DossierDesk desk) {
        this.desk = desk;
        this.writing = desk.writing();
        for (Entry<Request> entry : desk.contents().requests()) {
            RequestStep.openTo(entry.value()).stream()
                    .filter(step -> draft(entry.id(), step).kept().isPresent())
                    .findFirst()
                    .ifPresent(step -> begin(entry, step));
        }
    }

    private FormDraft<RequestStepDraft> draft(RecordId request, RequestStep step) {
        return desk.draft(DraftName.Form.REQUEST_STEP, RequestStepDraft.class, request, step);
    }

    /** Those that this worker may take now, the next one first. */
    public List<RequestStep> open(Entry<Request> entry) {
        return desk.mayChange(RecordKind.REQUEST, entry) ? RequestStep.openTo(entry.value()) : List.of();
    }

    /** Opens the form of a step, with its draft. */
    public void begin(Entry<Request> about, RequestStep step) {
        writing.begin(form(about.id(), step));
    }

    private RequestStepForm form(RecordId request, RequestStep step) {
        return new RequestStepForm(
                draft(request, step), request, step, desk.phone().today());
    }

    /** Takes the step on the request as it stands now; what is wrong, or why not, stands beside the day. */
    public void keep() {
        desk.refresh(); // others may have taken steps since the page was shown
        writing.form()
                .get()
                .ifPresent(form -> DossierDesk.current(desk.contents().requests(), form.request())
                        .ifPresent(now -> keep(form, now)));
    }

    private void keep(RequestStepForm form, Entry<Request> now) {
        form.taken(now.value(), desk.phone().today())
                .ifPresent(after -> desk.save(
                        desk.phone().messages().get("requestStep.kept"),
                        () -> writing.done(form),
                        new Edit.Update(RecordKind.REQUEST, now, after)));
    }

    /** Closes the form and throws its draft away; can be undone for a moment. */
    public void giveUp() {
        writing.giveUp(closed -> form(closed.request(), closed.step()));
    }

    /** The step that is being taken on that request; empty while none is. */
    public Optional<RequestStepForm> form(Entry<Request> entry) {
        return writing.form().get().filter(form -> form.request().equals(entry.id()));
    }
}
