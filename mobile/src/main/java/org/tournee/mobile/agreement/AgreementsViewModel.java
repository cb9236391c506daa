package org.tournee.mobile.agreement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.agreement.AgreementStanding;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.bilan.Goal;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.MyPart;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * The agreements of a dossier: signed, corrected, renewed, or the reason why there is none. The reminder of one that is
 * missing ends with the record. Rules: R-SEG-9, R-SHARE, R-REM.
 */
public final class AgreementsViewModel {

    private final DossierDesk desk;
    private final Writing<AgreementForm> writing;

    /** Goes on with a form that was left half written. */
    public AgreementsViewModel(DossierDesk desk) {
        this.desk = desk;
        this.writing = desk.writing();
        if (draft().kept().filter(kept -> find(kept.id()).isEmpty()).isPresent()) {
            begin();
        } else {
            agreements().stream()
                    .filter(entry -> draft(entry.id()).kept().isPresent())
                    .findFirst()
                    .ifPresent(this::change);
        }
    }

    private FormDraft<AgreementDraft> draft(Object... about) {
        return desk.draft(DraftName.Form.AGREEMENT, AgreementDraft.class, about);
    }

    private Optional<Entry<ServiceAgreement>> find(RecordId id) {
        return DossierDesk.current(desk.contents().agreements(), id);
    }

    /** Those that there are, the last signed first; exceptions before them. */
    public List<Entry<ServiceAgreement>> agreements() {
        return desk.shown(desk.contents().agreements()).stream()
                .sorted(Comparator.comparing(
                        entry -> entry.value().terms().signedOn(), Comparator.nullsFirst(Comparator.reverseOrder())))
                .toList();
    }

    /** Whether one is wanted, runs, ends soon or is missing. */
    public AgreementStanding standing() {
        return AgreementStanding.of(
                desk.contents(), desk.phone().today(), desk.phone().store().profile());
    }

    /** Whether this worker may write one: whoever followed the dossier before may read it alone. Rule: R-SHARE. */
    public boolean mayWrite() {
        return AccessRules.decide(
                        MyPart.roles(desk.phone()),
                        MyPart.linksTo(desk.contents(), desk.phone()),
                        Act.RECORD,
                        Subject.record(RecordKind.SERVICE_AGREEMENT, Audience.SERVICE),
                        true) // on what reason the dossier is open here, the server knows
                .isAllowed();
    }

    /** Whether this worker may correct that one: also whoever followed the dossier before, where they wrote it. */
    public boolean mayChange(Entry<ServiceAgreement> entry) {
        return desk.mayChange(RecordKind.SERVICE_AGREEMENT, entry);
    }

    /** The goals that one may serve: open ones, and those that the form names already. */
    public List<Entry<Goal>> goals(AgreementForm form) {
        return desk.shown(desk.contents().goals()).stream()
                .filter(goal -> isOpen(goal) || form.goals().contains(goal.id()))
                .toList();
    }

    private static boolean isOpen(Entry<Goal> goal) {
        return goal.value().progress().state() == Goal.State.OPEN;
    }

    /** The adults who may sign: those of today, and those who signed. */
    public List<PersonId> signers(AgreementForm form) {
        Stream<PersonId> adults = desk.contents().household().stream()
                .filter(entry -> isAdultToday(entry.value()))
                .map(entry -> new PersonId(entry.id().value()));
        return Stream.concat(adults, form.persons().stream()).distinct().toList();
    }

    private boolean isAdultToday(Person person) {
        return person.membership().role() == HouseholdRole.ADULT
                && person.membership().runsOn(desk.phone().today());
    }

    /** Opens the form of a new one, with its draft. */
    public void begin() {
        writing.begin(fresh());
    }

    private AgreementForm fresh() {
        List<RecordId> agreed = desk.shown(desk.contents().goals()).stream()
                .filter(goal -> isOpen(goal) && goal.value().agreement().agreedOn() != null)
                .map(Entry::id)
                .toList();
        return AgreementForm.fresh(draft(), desk.phone(), agreed);
    }

    /** Opens the form of one that stands. */
    public void change(Entry<ServiceAgreement> entry) {
        writing.begin(form(entry));
    }

    private AgreementForm form(Entry<ServiceAgreement> entry) {
        return AgreementForm.of(draft(entry.id()), desk.phone(), entry);
    }

    /** Closes the form and throws its draft away; can be undone for a moment. */
    public void giveUp() {
        writing.giveUp(closed -> closed.seen().map(this::form).orElseGet(this::fresh));
    }

    /** Keeps what was written; what is wrong stands beside its field. */
    public void keep() {
        writing.form()
                .get()
                .ifPresent(form -> form.agreement(desk.phone().today()).ifPresent(agreement -> keep(form, agreement)));
    }

    private void keep(AgreementForm form, ServiceAgreement agreement) {
        Edit.Change change = form.seen()
                .<Edit.Change>map(seen -> new Edit.Update(RecordKind.SERVICE_AGREEMENT, seen, agreement))
                .orElseGet(() -> new Edit.Create(RecordKind.SERVICE_AGREEMENT, form.id(), Audience.SERVICE, agreement));
        desk.save(desk.phone().messages().get("agreement.kept"), () -> writing.done(form), change);
    }

    /** The form that is open; empty while none is. */
    public Optional<AgreementForm> open() {
        return writing.form().get();
    }
}
