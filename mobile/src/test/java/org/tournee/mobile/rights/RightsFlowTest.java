package org.tournee.mobile.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;

/** A rendez-vous des droits through the real window tree and a real store. Rule: R-RDD. */
class RightsFlowTest {

    private OpenDossierPhone phone;

    @BeforeEach
    void open() {
        phone = OpenDossierPhone.usual();
        phone.open(new Destination.RightsSweep(phone.dossier(1), null));
        phone.tap("#rights-begin");
    }

    @AfterEach
    void close() {
        phone.close();
    }

    private List<RightCheck> checks() {
        return phone.contents(1).rightChecks().stream()
                .map(entry -> entry.value())
                .toList();
    }

    @Test
    void aSweepThatIsLeftGoesOnWhereItWas() {
        phone.tap("#answer-first-css-PROBABLE");
        phone.back();

        phone.open(new Destination.RightsSweep(phone.dossier(1), null));

        assertThat(phone.shows("1 sur 55 regardés")).isTrue();
        assertThat(phone.contents(1).rightsCheckups()).hasSize(1);
        assertThat(checks()).hasSize(1);
    }

    @Test
    void aProbableRightBecomesAFollowUpWithADateSomebodyAnswerableAndItsPapers() {
        phone.tap("#answer-first-css-PROBABLE");

        RightCheck.FollowUp followUp = checks().get(0).followUp();
        assertThat(followUp).isNotNull();
        assertThat(followUp.dueOn()).isEqualTo(phone.phone.today().plusDays(15));
        assertThat(followUp.answerable()).isEqualTo(phone.fixture.store().worker());
        assertThat(checks().get(0).documentsMissing()).isNotEmpty();
        phone.tap("Nadine Petit");
        assertThat(checks().get(0).followUp().answerable())
                .isNotEqualTo(phone.fixture.store().worker());
    }

    @Test
    void aRefusalIsWrittenOnlyWithItsReason() {
        phone.tap("#other-first-css");
        phone.tap("#answer-first-css-DECLINED");
        phone.tap("Garder cette réponse");
        assertThat(phone.shows("Écrivez la raison, même courte.")).isTrue();
        assertThat(checks()).isEmpty();

        phone.type("#reason-css", "Je ne veux rien demander");
        phone.tap("Garder cette réponse");
        assertThat(checks().get(0).finding())
                .isEqualTo(new RightCheck.Finding(RightState.DECLINED, "Je ne veux rien demander"));
    }

    /** Rules: R-CAT, R-GDPR. */
    @Test
    void theOfficialPageOfARightOpensOutsideTheAppWithNothingOfThePersonInIt() {
        phone.tap("#conditions-first-css");
        phone.tap("#page-first-css");

        String page = phone.fixture.store().catalogue().rights().stream()
                .filter(right -> right.id().equals("css"))
                .findFirst()
                .orElseThrow()
                .officialPage();
        assertThat(page).startsWith("https://");
        assertThat(phone.called).containsExactly(URI.create(page));
    }

    @Test
    void theSummaryIsReadOutAndTheSweepEnds() {
        phone.tap("#answer-first-css-PROBABLE");
        phone.tap("#rights-to-summary");
        assertThat(phone.shows("Nous avons regardé ensemble 1 droit sur 55.")).isTrue();
        phone.tap("#rights-finish");

        assertThat(phone.contents(1).rightsCheckups().get(0).value().course().finished())
                .isTrue();
        assertThat(phone.shows("Rendez-vous terminé")).isTrue();
    }
}
