package org.tournee.mobile.professional;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.bilan.ProfessionalBilan;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.person.Person;
import org.tournee.sync.RecordRules;

/** The way to work of one adult, over a real store: light, and each part on its own. Rule: R-BSP. */
class ProfessionalViewModelTest {

    private static final DossierId DOSSIER = PhoneStoreFixture.dossier(0);

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);
    private Phone phone = TestPhone.over(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    private ProfessionalViewModel model() {
        return new ProfessionalViewModel(new DossierDesk(phone, DOSSIER, new Discretion(), Runnable::run));
    }

    private static ProfessionalForm begin(ProfessionalViewModel model, Entry<Person> person) {
        model.begin(person);
        return model.open(person).orElseThrow();
    }

    @Test
    void itIsOfferedToAdultsAlone() {
        assertThat(model().adults())
                .extracting(entry -> entry.value().identity().givenName())
                .containsExactly("Sophie", "Julien");
    }

    @Test
    void thePhaseAloneIsEnough() {
        ProfessionalViewModel model = model();
        Entry<Person> person = model.adults().get(0);
        begin(model, person).phase().set(ProfessionalBilan.Phase.TRAINING);
        model.keep();

        ProfessionalBilan kept = model.of(person).orElseThrow().value();
        assertThat(kept.stage())
                .isEqualTo(new ProfessionalBilan.Stage(ProfessionalBilan.Phase.TRAINING, phone.today()));
        assertThat(kept.experiences()).isNull();
        assertThat(kept.next()).isNull();
        assertThat(model.of(model.adults().get(1))).isEmpty();
    }

    @Test
    void aPhaseThatStaysKeepsItsFirstDayAndUndoTakesBackTheLastWords() {
        ProfessionalViewModel model = model();
        Entry<Person> person = model.adults().get(0);
        begin(model, person).experiences().property().set("Cuisine, trois ans");
        model.keep();
        ProfessionalForm form = begin(model, person);
        form.obstacles().add(ProfessionalBilan.Obstacle.CHILD_CARE);
        form.next().property().set("Écrire un CV");
        form.dueOn().property().set("1/4/2026");
        model.keep();

        ProfessionalBilan kept = model.of(person).orElseThrow().value();
        assertThat(kept.experiences()).isEqualTo(new ProfessionalBilan.Words("Cuisine, trois ans"));
        assertThat(kept.obstacles())
                .isEqualTo(new ProfessionalBilan.Obstacles(List.of(ProfessionalBilan.Obstacle.CHILD_CARE), ""));
        assertThat(kept.next()).isEqualTo(new ProfessionalBilan.Next("Écrire un CV", LocalDate.of(2026, 4, 1)));

        TestPhone.tapAction(phone);
        assertThat(model.of(person).orElseThrow().value().next()).isNull();
        assertThat(model.of(person).orElseThrow().value().experiences()).isNotNull();
    }

    @Test
    void aDateWithoutAStepIsNotKept() {
        ProfessionalViewModel model = model();
        Entry<Person> person = model.adults().get(0);
        ProfessionalForm form = begin(model, person);
        form.dueOn().property().set("1/4/2026");
        model.keep();

        assertThat(form.next().wrong().get()).isEqualTo("professional.wrong.next");
        assertThat(model.of(person)).isEmpty();
    }

    @Test
    void aStepThatIsTooLongIsSaidAndNotKept() {
        ProfessionalViewModel model = model();
        Entry<Person> person = model.adults().get(0);
        ProfessionalForm form = begin(model, person);
        form.next().property().set("x".repeat(RecordRules.LONGEST_TEXT + 1));
        model.keep();

        assertThat(form.next().wrong().get()).isEqualTo("professional.wrong.next");
        assertThat(model.of(person)).isEmpty();
    }

    @Test
    void whatWasTypedIsThereAgainAfterAKill() {
        ProfessionalViewModel model = model();
        begin(model, model.adults().get(1)).wishes().property().set("Un CDI");
        fixture.reopen();
        phone = TestPhone.over(fixture);

        ProfessionalViewModel later = model();
        assertThat(later.open(later.adults().get(1)).orElseThrow().wishes().stripped())
                .isEqualTo("Un CDI");
    }
}
