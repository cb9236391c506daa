package org.tournee.server.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.agreement.ServiceAgreement.Mutual;
import org.tournee.agreement.ServiceAgreement.Terms;
import org.tournee.bilan.Goal;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.WorkerId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.server.agreement.AgreementsPage.Form;
import org.tournee.server.agreement.AgreementsPage.Option;
import org.tournee.server.web.WorkerNames;
import org.tournee.sync.RecordId;

/** Makes the forms of a dossier's agreements: what may be chosen in them is what the phone offers. Rule: R-SEG-9. */
final class AgreementForms {

    private static final Mutual NOTHING_MUTUAL = new Mutual("", List.of(), null, List.of(), null);

    private final DossierContents contents;
    private final WorkerNames.Names names;
    private final WorkerId viewer;
    private final LocalDate today;

    /** @param viewer signs for the service where an agreement names nobody */
    AgreementForms(DossierContents contents, WorkerNames.Names names, WorkerId viewer, LocalDate today) {
        this.contents = contents;
        this.names = names;
        this.viewer = viewer;
        this.today = today;
    }

    /** One for a new agreement that begins and is signed today, and serves what the person agreed to. */
    Form empty() {
        List<RecordId> agreed = contents.goals().stream()
                .filter(goal -> isOpen(goal) && goal.value().agreement().agreedOn() != null)
                .map(Entry::id)
                .toList();
        ServiceAgreement begun = new ServiceAgreement(
                new Terms("", today, null, null), new Mutual("", agreed, today, List.of(), viewer));
        return of(UUID.randomUUID().toString(), 0, begun);
    }

    /** One of an agreement as it stands. */
    Form of(Entry<ServiceAgreement> entry) {
        return of(entry.id().toString(), entry.rev(), entry.value());
    }

    /**
     * One with what was typed.
     *
     * @param rev the revision that the viewer sees now
     */
    Form of(AgreementForm typed, RecordId id, long rev) {
        return new Form(
                id.toString(),
                rev,
                typed.isException(),
                typed.text(AgreementForm.COMMITMENTS),
                typed.text(AgreementForm.SERVICE),
                goals(typed.goals()),
                typed.text(AgreementForm.STARTS),
                typed.text(AgreementForm.ENDS),
                persons(typed.persons()),
                workers(typed.text(AgreementForm.WORKER)),
                typed.text(AgreementForm.SIGNED),
                typed.text(AgreementForm.REASON),
                true);
    }

    private Form of(String id, long rev, ServiceAgreement agreement) {
        Terms terms = agreement.terms();
        Mutual mutual = Objects.requireNonNullElse(agreement.mutual(), NOTHING_MUTUAL);
        return new Form(
                id,
                rev,
                agreement.isException(),
                terms.commitments(),
                mutual.service(),
                goals(mutual.goals()),
                said(mutual.startsOn()),
                said(terms.endsOn()),
                persons(mutual.persons()),
                workers(Objects.requireNonNullElse(mutual.worker(), viewer).toString()),
                said(terms.signedOn()),
                Objects.requireNonNullElse(terms.exceptionReason(), ""),
                false);
    }

    private static String said(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** Open ones, and those that are served already. */
    private List<Option> goals(List<RecordId> served) {
        return contents.goals().stream()
                .filter(goal -> isOpen(goal) || served.contains(goal.id()))
                .map(goal -> new Option(goal.id().toString(), goal.value().aim().text(), served.contains(goal.id())))
                .toList();
    }

    private static boolean isOpen(Entry<Goal> goal) {
        return goal.value().progress().state() == Goal.State.OPEN;
    }

    /** The goals among these that the viewer does not see. */
    List<RecordId> unseen(ServiceAgreement agreement) {
        List<RecordId> seen = contents.goals().stream().map(Entry::id).toList();
        return Objects.requireNonNullElse(agreement.mutual(), NOTHING_MUTUAL).goals().stream()
                .filter(goal -> !seen.contains(goal))
                .toList();
    }

    /** The adults of today, and those who signed. */
    private List<Option> persons(List<PersonId> signed) {
        Set<PersonId> all = new LinkedHashSet<>();
        contents.household().stream()
                .filter(entry -> isAdultToday(entry.value()))
                .map(AgreementForms::id)
                .forEach(all::add);
        all.addAll(signed);
        return all.stream()
                .map(person -> new Option(person.toString(), nameOf(person), signed.contains(person)))
                .toList();
    }

    private boolean isAdultToday(Person person) {
        return person.membership().role() == HouseholdRole.ADULT
                && person.membership().runsOn(today);
    }

    private static PersonId id(Entry<Person> entry) {
        return new PersonId(entry.id().value());
    }

    /** The name of somebody of the dossier. */
    String nameOf(PersonId person) {
        return contents.persons().stream()
                .filter(entry -> id(entry).equals(person))
                .map(entry -> entry.value().identity().fullName())
                .findFirst()
                .orElse("une personne inconnue ici");
    }

    /** The viewer, who answers for the dossier, and who signed. */
    private List<Option> workers(String chosen) {
        Set<String> all = new LinkedHashSet<>();
        all.add(viewer.toString());
        for (ReferentRole role : ReferentRole.values()) {
            contents.answerableOn(today, role).map(WorkerId::toString).ifPresent(all::add);
        }
        names.ofId(chosen).ifPresent(known -> all.add(chosen));
        List<Option> options = new ArrayList<>();
        all.forEach(
                worker -> options.add(new Option(worker, names.ofId(worker).orElse(worker), worker.equals(chosen))));
        return options;
    }
}
