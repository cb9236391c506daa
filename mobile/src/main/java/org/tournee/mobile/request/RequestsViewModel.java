package org.tournee.mobile.request;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.MyPart;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.request.Request;
import org.tournee.segment.Exemption;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * The requests, mandates and exemptions of a dossier: read whole with no network, written down where they come up. An
 * exemption is asked for here and granted by the head alone. Rules: R-REQ, R-MAN, R-SEG-10, R-SHARE.
 */
public final class RequestsViewModel {

    private final DossierDesk desk;
    private final Writing<DemandForm> demand;
    private final Writing<MandateForm> mandate;
    private final Writing<MandateReviewForm> review;
    private final Writing<ExemptionForm> exemption;

    /** Goes on with forms that were left half written. */
    public RequestsViewModel(DossierDesk desk) {
        this.desk = desk;
        this.demand = desk.writing();
        this.mandate = desk.writing();
        this.review = desk.writing();
        this.exemption = desk.writing();
        if (demandDraft().kept().isPresent()) {
            beginDemand();
        }
        if (mandateDraft().kept().isPresent()) {
            beginMandate();
        }
        if (exemptionDraft().kept().isPresent()) {
            beginExemption();
        }
        mandates().stream()
                .filter(entry -> reviewDraft(entry.id()).kept().isPresent())
                .findFirst()
                .ifPresent(this::beginReview);
    }

    private FormDraft<DemandDraft> demandDraft() {
        return desk.draft(DraftName.Form.DEMAND, DemandDraft.class);
    }

    private FormDraft<MandateDraft> mandateDraft() {
        return desk.draft(DraftName.Form.MANDATE, MandateDraft.class);
    }

    private FormDraft<MandateReviewDraft> reviewDraft(RecordId about) {
        return desk.draft(DraftName.Form.MANDATE_REVIEW, MandateReviewDraft.class, about);
    }

    private FormDraft<ExemptionDraft> exemptionDraft() {
        return desk.draft(DraftName.Form.EXEMPTION, ExemptionDraft.class);
    }

    /** The latest first; over the shoulder without those that somebody else made. */
    public List<Entry<Request>> requests() {
        return desk.shown(desk.contents().requests()).stream()
                .filter(entry ->
                        !desk.discretion().on() || entry.value().demand().origin() == Request.Origin.PERSON)
                .sorted(Comparator.comparing(
                                (Entry<Request> entry) -> entry.value().demand().receivedOn())
                        .reversed())
                .toList();
    }

    /** The latest first; none over the shoulder, for they name third parties. */
    public List<Entry<Mandate>> mandates() {
        return desk.discretion().on()
                ? List.of()
                : desk.shown(desk.contents().mandates()).stream()
                        .sorted(Comparator.comparing((Entry<Mandate> entry) ->
                                        entry.value().term().start())
                                .reversed())
                        .toList();
    }

    /** The latest first. */
    public List<Entry<Exemption>> exemptions() {
        return desk.shown(desk.contents().exemptions()).stream()
                .sorted(Comparator.comparing(
                                (Entry<Exemption> entry) -> entry.value().firstDay())
                        .reversed())
                .toList();
    }

    /** Whether this worker may review a mandate that runs. */
    public boolean mayReview(Entry<Mandate> entry) {
        return entry.value().runsOn(desk.phone().today()) && desk.mayChange(RecordKind.MANDATE, entry);
    }

    /** Whether this worker may write one down. */
    public boolean mayRecord(RecordKind kind) {
        return AccessRules.decide(
                        MyPart.roles(desk.phone()),
                        MyPart.linksTo(desk.contents(), desk.phone()),
                        Act.RECORD,
                        Subject.record(kind, Audience.SERVICE),
                        true) // on what reason the dossier is open here, the server knows
                .isAllowed();
    }

    /** Opens the form of a new request, with its draft. */
    public void beginDemand() {
        demand.begin(new DemandForm(demandDraft(), desk.phone().today()));
    }

    /** Opens the form of a new mandate, with its draft. */
    public void beginMandate() {
        mandate.begin(new MandateForm(mandateDraft(), desk.phone().today()));
    }

    /** Opens the form of a mandate's review, with its draft. */
    public void beginReview(Entry<Mandate> about) {
        review.begin(review(about));
    }

    private MandateReviewForm review(Entry<Mandate> about) {
        return new MandateReviewForm(
                reviewDraft(about.id()), about, desk.phone().today());
    }

    /** Opens the form that asks for an exemption, with its draft. */
    public void beginExemption() {
        exemption.begin(new ExemptionForm(exemptionDraft(), desk.phone().today()));
    }

    /** Keeps the request; what is wrong stands beside its field. */
    public void keepDemand() {
        demand.form()
                .get()
                .ifPresent(form -> form.request(desk.phone().today())
                        .ifPresent(request -> create(
                                "demand.kept", RecordKind.REQUEST, form.id(), request, () -> demand.done(form))));
    }

    /** Keeps the mandate; what is wrong stands beside its field. */
    public void keepMandate() {
        mandate.form()
                .get()
                .ifPresent(form -> form.mandate()
                        .ifPresent(made ->
                                create("mandate.kept", RecordKind.MANDATE, form.id(), made, () -> mandate.done(form))));
    }

    /** Keeps the review; what is wrong stands beside its field. */
    public void keepReview() {
        review.form()
                .get()
                .ifPresent(form -> form.reviewed(
                                desk.phone().store().worker(), desk.phone().today())
                        .ifPresent(after -> desk.save(
                                desk.phone().messages().get("mandate.review.kept"),
                                () -> review.done(form),
                                new Edit.Update(RecordKind.MANDATE, form.mandate(), after))));
    }

    /** Asks for the exemption; what is wrong stands beside its field. */
    public void keepExemption() {
        exemption
                .form()
                .get()
                .ifPresent(form -> form.exemption(
                                desk.phone().store().worker(), desk.phone().today())
                        .ifPresent(asked -> create(
                                "exemption.kept", RecordKind.EXEMPTION, form.id(), asked, () -> exemption.done(form))));
    }

    private void create(String said, RecordKind kind, RecordId id, Object value, Runnable then) {
        desk.save(desk.phone().messages().get(said), then, new Edit.Create(kind, id, Audience.SERVICE, value));
    }

    /** Closes the form of a request and throws its draft away; can be undone for a moment, as the next three. */
    public void giveUpDemand() {
        demand.giveUp(closed -> new DemandForm(demandDraft(), desk.phone().today()));
    }

    /** Closes the form of a mandate. */
    public void giveUpMandate() {
        mandate.giveUp(closed -> new MandateForm(mandateDraft(), desk.phone().today()));
    }

    /** Closes the form of a review. */
    public void giveUpReview() {
        review.giveUp(closed -> review(closed.mandate()));
    }

    /** Closes the form that asks for an exemption. */
    public void giveUpExemption() {
        exemption.giveUp(
                closed -> new ExemptionForm(exemptionDraft(), desk.phone().today()));
    }

    /** The request that is being written; empty while none is. */
    public Optional<DemandForm> demand() {
        return demand.form().get();
    }

    /** The mandate that is being written; empty while none is. */
    public Optional<MandateForm> mandate() {
        return mandate.form().get();
    }

    /** The review that is being written; empty while none is. */
    public Optional<MandateReviewForm> review() {
        return review.form().get();
    }

    /** The exemption that is being asked for; empty while none is. */
    public Optional<ExemptionForm> exemption() {
        return exemption.form().get();
    }
}
