package org.tournee.mobile.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.dossier.OpenDossierPhone;

/** Appointments, referrals and questions as a finger makes them; seen, no text cut, no target missed. */
class TeamPicturesTest {

    @ParameterizedTest
    @CsvSource({"LIGHT,100,412,915", "DARK,200,360,640"})
    void everyScreenShowsAllOfItsTexts(Appearance.Mode mode, int percent, int width, int height) {
        try (OpenDossierPhone phone = new OpenDossierPhone(new Appearance(mode, percent))) {
            phone.camera.resize(width, height);
            String small = width < ScreenCamera.WIDTH ? "-small" : "";
            String suffix = "-" + mode.name().toLowerCase(Locale.ROOT) + "-" + percent + small;
            appointments(phone, suffix);
            referrals(phone, suffix);
            questions(phone, suffix);
            phone.open(new Destination.DossierPage(phone.dossier(1)));
            phone.tap("#section-questions");
            phone.back();
            look(phone, "dossier-team" + suffix);
        }
    }

    private static void appointments(OpenDossierPhone phone, String suffix) {
        phone.open(new Destination.Appointments(phone.dossier(1)));
        look(phone, "appointments-none" + suffix);
        plan(phone, "9/3/2026", "9:00");
        phone.tap("#appointment-add");
        phone.type("#appointment-day", "12/3/2026");
        phone.tap("Garder le rendez-vous");
        look(phone, "appointment-form" + suffix);
        phone.type("#appointment-time", "14:30");
        phone.type("#appointment-note", "Apporter le bail et le dernier avis d’échéance");
        phone.tap("Garder le rendez-vous");
        look(phone, "appointments" + suffix);
        assertThat(phone.contents(1).appointments()).hasSize(2);
    }

    private static void plan(OpenDossierPhone phone, String day, String time) {
        phone.tap("#appointment-add");
        phone.type("#appointment-day", day);
        phone.type("#appointment-time", time);
        phone.tap("Garder le rendez-vous");
    }

    private static void referrals(OpenDossierPhone phone, String suffix) {
        phone.open(new Destination.Referrals(phone.dossier(1)));
        look(phone, "referrals-none" + suffix);
        phone.tap("#referral-add");
        phone.type("#referral-partner", "Mission locale de Châtellerault, Mme Roy");
        phone.type("#referral-need", "Une formation dans le bâtiment");
        phone.type("#referral-passed-on", "Niveau, disponibilités");
        phone.tap("Garder le relais");
        look(phone, "referral-form" + suffix);
        phone.type("#referral-purpose", "Trouver une formation");
        phone.type("#referral-until", "9/9/2026");
        phone.tap("Garder le relais");
        phone.tap("#end-" + phone.contents(1).referrals().get(0).id());
        look(phone, "referral-end" + suffix);
        phone.type("#referral-who", "M. Diallo, conseiller");
        phone.type("#referral-how", "Appelé ce matin");
        phone.tap("Enregistrer");
        look(phone, "referrals" + suffix);
        assertThat(phone.contents(1).referrals().get(0).value().isOpen()).isFalse();
    }

    private static void questions(OpenDossierPhone phone, String suffix) {
        phone.open(new Destination.Questions(phone.dossier(1), null));
        look(phone, "questions-none" + suffix);
        phone.tap("#question-ask");
        phone.tap("Poser la question");
        look(phone, "question-form" + suffix);
        phone.type("#question-text", "Le bail est-il au nom des deux ?");
        phone.tap("Poser la question");
        phone.tap("#answer-" + phone.contents(1).questions().get(0).id());
        look(phone, "question-answer" + suffix);
        phone.type("#answer-text", "Oui, je l’ai vu chez eux.");
        phone.tap("Garder la réponse");
        look(phone, "questions" + suffix);
        assertThat(phone.contents(1).questions().get(0).value().answer()).isNotNull();
    }

    private static void look(OpenDossierPhone phone, String name) {
        phone.picture(name);
        assertThat(phone.camera.cutTexts()).as(name).isEmpty();
        assertThat(phone.camera.wantingTargets()).as(name).isEmpty();
    }
}
