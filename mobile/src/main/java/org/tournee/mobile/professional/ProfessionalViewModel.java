package org.tournee.mobile.professional;

import java.util.List;
import java.util.Optional;
import org.tournee.bilan.ProfessionalBilan;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** The bilan socioprofessionnel of each adult of a household. Rule: R-BSP. */
public final class ProfessionalViewModel {

    private final DossierDesk desk;
    private final Writing<ProfessionalForm> writing;

    /** Goes on with a form that was left half written. */
    public ProfessionalViewModel(DossierDesk desk) {
        this.desk = desk;
        this.writing = desk.writing();
        adults().stream()
                .filter(person -> draft(idOf(person)).kept().isPresent())
                .findFirst()
                .ifPresent(this::begin);
    }

    private FormDraft<ProfessionalDraft> draft(PersonId person) {
        return desk.draft(DraftName.Form.PROFESSIONAL, ProfessionalDraft.class, person.value());
    }

    private static PersonId idOf(Entry<Person> person) {
        return new PersonId(person.id().value());
    }

    /** Those who live in the household today. */
    public List<Entry<Person>> adults() {
        return desk.contents().household().stream()
                .filter(entry -> entry.value().membership().role() == HouseholdRole.ADULT)
                .filter(entry -> entry.value().membership().runsOn(desk.phone().today()))
                .toList();
    }

    /** What stands of somebody; the last written where two phones began one each. */
    public Optional<Entry<ProfessionalBilan>> of(Entry<Person> person) {
        return desk.shown(desk.contents().professionalBilans()).stream()
                .filter(entry -> entry.value().subject().person().equals(idOf(person)))
                .reduce((first, later) -> later);
    }

    /** Opens the form of somebody, with its draft. */
    public void begin(Entry<Person> person) {
        writing.begin(form(person));
    }

    private ProfessionalForm form(Entry<Person> person) {
        return new ProfessionalForm(draft(idOf(person)), idOf(person), of(person));
    }

    /** Whether the open form is of that person. */
    public Optional<ProfessionalForm> open(Entry<Person> person) {
        return writing.form().get().filter(form -> form.person().equals(idOf(person)));
    }

    /** Closes the form and throws its draft away; can be undone for a moment. */
    public void giveUp(Entry<Person> person) {
        writing.giveUp(open -> form(person));
    }

    /** Keeps what was written; what is wrong stands beside its field. */
    public void keep() {
        writing.form().get().ifPresent(form -> form.bilan(desk.phone().today()).ifPresent(bilan -> save(form, bilan)));
    }

    private void save(ProfessionalForm form, ProfessionalBilan bilan) {
        Edit.Change change = form.seen()
                .<Edit.Change>map(seen -> new Edit.Update(RecordKind.PROFESSIONAL_BILAN, seen, bilan))
                .orElseGet(() -> new Edit.Create(RecordKind.PROFESSIONAL_BILAN, form.id(), Audience.SERVICE, bilan));
        desk.save(desk.phone().messages().get("professional.kept"), () -> writing.done(form), change);
    }
}
