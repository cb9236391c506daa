package org.tournee.mobile.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Goal;
import org.tournee.contact.Topic;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.outreach.SafetyNote;
import org.tournee.question.Question;
import org.tournee.request.Request;
import org.tournee.segment.Segment;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.workflow.SegmentChange;
import org.tournee.workflow.SegmentChange.Origin;
import org.tournee.workflow.SegmentChange.State;

/** While the person may look at the screen, no page of a dossier shows third parties or appreciations. Rule: R-BIL. */
class DiscreetPagesFlowTest {

    private static final LocalDate TODAY = HouseholdRows.TODAY;

    private final OpenDossierPhone phone = OpenDossierPhone.usual();

    @AfterEach
    void close() {
        phone.close();
    }

    private void receive(int what, RecordKind kind, Object record) {
        phone.fixture.receive(List.of(HouseholdRows.row(
                BucketId.service(phone.dossier(0)), 1_000 + what, HouseholdRows.record(0, what), kind, record, TODAY)));
    }

    /** Open on that page, a text is there; over the shoulder it is not. */
    private void assertHidden(Destination page, String text) {
        phone.open(page);
        assertThat(phone.shows(text)).as("%s: %s", page, text).isTrue();
        phone.tap("#discreet");
        assertThat(phone.shows(text)).as("%s, discreet: %s", page, text).isFalse();
        phone.tap("#discreet");
    }

    @Test
    void theReasonOfASegmentChangeIsHidden() {
        receive(
                41,
                RecordKind.SEGMENT_CHANGE,
                new SegmentChange(
                        new SegmentChange.Subject(
                                Origin.REFERENT, Segment.A, Segment.B, List.of(), "Épuisée, peu fiable."),
                        new SegmentChange.Course(
                                State.PROPOSED,
                                List.of(new SegmentChange.Signature(
                                        SegmentChange.Step.PROPOSED,
                                        HouseholdRows.CLAIRE,
                                        TODAY,
                                        "Voir la note du médecin."))),
                        null,
                        null));
        Destination page = new Destination.Segment(phone.dossier(0));
        assertHidden(page, "Épuisée, peu fiable.");
        assertHidden(page, "Voir la note du médecin.");
    }

    @Test
    void mandatesAndWhatThirdPartiesAskedAreLeftOutOfTheBrief() {
        receive(
                42,
                RecordKind.MANDATE,
                new Mandate(
                        new Mandate.Mission(Mandate.Kind.CHILD_AT_RISK_REPORT, "Parquet de Poitiers", null),
                        new Mandate.Term(TODAY.minusDays(9), null)));
        receive(
                43,
                RecordKind.REQUEST,
                new Request(
                        new Request.Demand(
                                Request.Origin.THIRD_PARTY_WITH_AGREEMENT,
                                Request.Urgency.NORMAL,
                                Topic.HOUSING,
                                TODAY.minusDays(9),
                                "La voisine s’inquiète"),
                        new Request.Handling(null, null, null, null, null, null)));
        phone.open(new Destination.Brief(phone.dossier(0)));
        assertThat(lines()).contains("Parquet de Poitiers").contains("La voisine s’inquiète");
        phone.tap("#discreet");
        assertThat(lines()).doesNotContain("Parquet de Poitiers").doesNotContain("La voisine s’inquiète");
    }

    private String lines() {
        return phone.texts("#brief-why");
    }

    @Test
    void aQuestionDoesNotQuoteAnAppreciation() {
        RecordId item = phone.contents(0).bilanItems().stream()
                .filter(entry -> statement(entry).text().startsWith("Fatigue"))
                .map(Entry::id)
                .findFirst()
                .orElseThrow();
        receive(
                44,
                RecordKind.QUESTION,
                new Question(new Question.Subject(item, null), new Question.Asked("Depuis quand ?", TODAY), null));
        assertHidden(new Destination.Questions(phone.dossier(0), null), "Fatigue, soins remis à plus tard");
    }

    private static BilanItem.Statement statement(Entry<BilanItem> entry) {
        return entry.value().statement();
    }

    /** Rules: R-BIL, R-SEG-9. */
    @Test
    void ofAReasonedExceptionOnlyThatThereIsOneIsShown() {
        receive(
                46,
                RecordKind.SERVICE_AGREEMENT,
                new ServiceAgreement(new ServiceAgreement.Terms("", null, null, "Sous l’emprise de son frère")));
        assertHidden(new Destination.Agreements(phone.dossier(0)), "Sous l’emprise de son frère");

        phone.open(new Destination.Brief(phone.dossier(0)));
        assertThat(phone.texts("#brief-agreed")).contains("Sous l’emprise de son frère");
        phone.tap("#discreet");
        assertThat(phone.texts("#brief-agreed"))
                .contains("Exception motivée")
                .doesNotContain("Sous l’emprise de son frère");
    }

    @Test
    void anAgreementDoesNotNameARestrictedGoal() {
        RecordId hidden = HouseholdRows.record(0, 47);
        phone.fixture.receive(List.of(HouseholdRows.row(
                BucketId.restricted(phone.dossier(0), HouseholdRows.CLAIRE),
                1,
                hidden,
                RecordKind.GOAL,
                new Goal(
                        new Goal.Aim(Dimension.HOUSING, "Partir sans qu’il le sache"),
                        new Goal.Agreement(TODAY, TODAY.plusDays(90)),
                        new Goal.Progress(Goal.State.OPEN)),
                TODAY)));
        receive(
                48,
                RecordKind.SERVICE_AGREEMENT,
                new ServiceAgreement(
                        new ServiceAgreement.Terms("Venir chaque mois", TODAY.minusDays(3), null, null),
                        new ServiceAgreement.Mutual(
                                "Suivre le budget",
                                List.of(HouseholdRows.record(0, 30), hidden),
                                TODAY.minusDays(3),
                                List.of(),
                                null)));
        Destination page = new Destination.Agreements(phone.dossier(0));
        assertHidden(page, "Retrouver un budget équilibré · Partir sans qu’il le sache");
        phone.tap("#discreet");
        assertThat(phone.shows("Retrouver un budget équilibré")).isTrue();
    }

    /** Rules: R-BIL, R-OUT, R-OFF. */
    @Test
    void aHalfWrittenSafetyNoteDoesNotOpenItselfAndIsThereAgainAfterwards() {
        Destination page = new Destination.BeforeGoing(phone.dossier(0));
        phone.open(page);
        phone.tap("#safety-begin");
        phone.type("#safety-fact", "Le voisin est armé");
        phone.tap("#discreet");
        assertThat(phone.shows("#safety-fact")).isFalse();
        phone.back();
        phone.open(page);
        assertThat(phone.shows("#safety-fact")).isFalse();

        phone.tap("#discreet");
        assertThat(phone.shows("Le voisin est armé")).isTrue();
    }

    @Test
    void safetyNotesAreHiddenBeforeGoing() {
        receive(
                45,
                RecordKind.SAFETY_NOTE,
                new SafetyNote(new SafetyNote.Note(
                        "Le frère a menacé", HouseholdRows.KARIM, TODAY.minusDays(2), TODAY.plusDays(60))));
        assertHidden(new Destination.BeforeGoing(phone.dossier(0)), "Le frère a menacé (Karim Lahlou, jusqu’au 8 mai)");
    }
}
