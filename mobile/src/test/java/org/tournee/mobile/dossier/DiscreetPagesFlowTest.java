package org.tournee.mobile.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.bilan.BilanItem;
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
