package org.tournee.mobile.professional;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.mobile.rights.FollowUpsViewModel;
import org.tournee.mobile.rights.RightsSweepViewModel;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.rights.FollowUpOutcome;
import org.tournee.rights.Right;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCatalogue;
import org.tournee.rights.RightsCheckup;
import org.tournee.segment.Segment;

/** The dossier in brief, its segment and the way to work as a finger goes through them; no text cut, no target missed. */
class WholePicturesTest {

    @ParameterizedTest
    @CsvSource({"LIGHT,100,412,915", "DARK,200,360,640"})
    void everyScreenShowsAllOfItsTexts(Appearance.Mode mode, int percent, int width, int height) {
        try (OpenDossierPhone phone = new OpenDossierPhone(new Appearance(mode, percent))) {
            phone.camera.resize(width, height);
            String small = width < ScreenCamera.WIDTH ? "-small" : "";
            String suffix = "-" + mode.name().toLowerCase(Locale.ROOT) + "-" + percent + small;
            phone.open(new Destination.Brief(phone.dossier(1)));
            look(phone, "brief" + suffix);
            segment(phone, suffix);
            professional(phone, suffix);
            rights(phone, suffix);
        }
    }

    private static void segment(OpenDossierPhone phone, String suffix) {
        phone.open(new Destination.Segment(phone.dossier(0)));
        look(phone, "segment" + suffix);
        phone.tap("#step-PROPOSE_AT_LIMIT");
        phone.tap("Préparer");
        look(phone, "segment-form" + suffix);
        phone.tap("Segment B");
        phone.tap(criterion(phone));
        phone.type("#segment-reason", "Le logement est sûr, la famille demande moins de visites.");
        phone.type("#segment-answer-0", "Oui");
        phone.type("#segment-answer-1", "Oui, un seul reste ouvert");
        phone.type("#segment-answer-2", "Moins soutenue");
        look(phone, "segment-written" + suffix);
        phone.tap("Préparer");
        look(phone, "segment-prepared" + suffix);
        assertThat(phone.fixture.store().prepared(phone.dossier(0))).hasSize(1);
        assertThat(phone.contents(0).segmentChanges()).isEmpty();
    }

    /** The shortest: the middle of a long one lies outside a small screen at twice the text size. */
    private static String criterion(OpenDossierPhone phone) {
        return phone.fixture.store().profile().sheet(Segment.B).orElseThrow().criteria().stream()
                .min(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    private static void professional(OpenDossierPhone phone, String suffix) {
        phone.open(new Destination.Professional(phone.dossier(1)));
        look(phone, "professional-none" + suffix);
        phone.tap("#professional-" + HouseholdRows.record(1, 1));
        phone.tap("En formation");
        phone.tap("Garde d’enfants");
        phone.type("#professional-experiences", "Aide à domicile, quatre ans");
        phone.type("#professional-wishes", "Travailler près de chez elle");
        phone.type("#professional-due", "1/4/2026");
        phone.tap("Enregistrer");
        look(phone, "professional-form" + suffix);
        phone.type("#professional-next", "Visiter le centre de formation");
        phone.tap("Enregistrer");
        look(phone, "professional" + suffix);
        assertThat(phone.contents(1).professionalBilans()).hasSize(1);
    }

    private static void rights(OpenDossierPhone phone, String suffix) {
        ScreenCamera.run(() -> someRights(phone));
        phone.open(new Destination.FollowUps(phone.dossier(1)));
        look(phone, "rights-due" + suffix);
        phone.tap("#declared-rsa");
        look(phone, "rights-declared" + suffix);
        assertThat(phone.contents(1).rightChecks())
                .anyMatch(check -> check.value().declaration() != null);
    }

    /** One opened for health, one opened that is renewed soon, one put off. */
    private static void someRights(OpenDossierPhone phone) {
        RightsSweepViewModel sweep = new RightsSweepViewModel(phone.phone, phone.dossier(1), null, Runnable::run);
        sweep.begin(RightsCheckup.Trigger.JOB_LOSS, RightsCheckup.Origin.PERSON);
        RightsCatalogue catalogue = phone.fixture.store().catalogue();
        Right rsa = catalogue.right("rsa").orElseThrow();
        sweep.answer(catalogue.right("css").orElseThrow(), RightState.PROBABLE);
        sweep.answer(rsa, RightState.PROBABLE);
        sweep.answer(catalogue.rights().get(3), RightState.NOT_LOOKED_AT);
        LocalDate lately = phone.phone.today().minusMonths(rsa.renewalMonths()).plusDays(5);
        end(phone, "css", phone.phone.today());
        end(phone, "rsa", lately);
    }

    private static void end(OpenDossierPhone phone, String right, LocalDate on) {
        FollowUpsViewModel model =
                new FollowUpsViewModel(phone.phone, phone.dossier(1), new Discretion(), Runnable::run);
        model.running().get().stream()
                .filter(check -> check.value().subject().rightId().equals(right))
                .findFirst()
                .ifPresent(model::begin);
        model.writing().get().orElseThrow().outcome().set(FollowUpOutcome.OPENED);
        model.writing().get().orElseThrow().day().set(TypedDay.text(on, phone.phone.messages()));
        model.end();
    }

    private static void look(OpenDossierPhone phone, String name) {
        phone.picture(name);
        assertThat(phone.camera.cutTexts()).as(name).isEmpty();
        assertThat(phone.camera.wantingTargets()).as(name).isEmpty();
    }
}
