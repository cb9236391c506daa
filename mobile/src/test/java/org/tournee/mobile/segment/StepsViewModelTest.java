package org.tournee.mobile.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.returned.MyReturns;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.segment.Segment;
import org.tournee.sync.Action;
import org.tournee.sync.BucketId;
import org.tournee.sync.Command;
import org.tournee.sync.GroupChange;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;
import org.tournee.workflow.Carried;
import org.tournee.workflow.Expectation;
import org.tournee.workflow.PreparedStep;
import org.tournee.workflow.SegmentChoices.Choice;
import org.tournee.workflow.SegmentChoices.CommandKind;
import org.tournee.workflow.SegmentCommand;

/** Steps on the segment are prepared offline and never done by it. Rules: R-SEG-5, R-SEG-6, R-SEG-7, R-OFF. */
class StepsViewModelTest {

    /** In segment A, a month before the limit of its stay. */
    private static final DossierId DOSSIER = PhoneStoreFixture.dossier(0);

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);
    private final Discretion discretion = new Discretion();
    private Phone phone = TestPhone.over(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    private StepsViewModel model() {
        return new StepsViewModel(new DossierDesk(phone, DOSSIER, discretion, Runnable::run));
    }

    private static Choice choice(StepsViewModel model, CommandKind kind) {
        return model.choices().stream()
                .filter(choice -> choice.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private StepsViewModel writing(CommandKind kind, Segment to) {
        StepsViewModel model = model();
        model.begin(choice(model, kind));
        StepForm form = model.open().orElseThrow();
        form.to().set(to);
        model.criteria(to, kind).stream().limit(1).forEach(form.criteria()::add);
        form.reason().property().set("Plus d’urgence, le logement est sûr.");
        return model;
    }

    @Test
    void theReferentMayPrepareAChangeAndAProposalAtTheLimitAndNothingThatIsSignedOnline() {
        assertThat(model().choices())
                .extracting(Choice::kind)
                .containsExactly(CommandKind.DECIDE, CommandKind.PROPOSE_AT_LIMIT);
        assertThat(model().choices()).noneMatch(Choice::needsPresence);
    }

    @Test
    void whatIsPreparedWaitsAndNothingIsDoneByIt() {
        StepsViewModel model = writing(CommandKind.DECIDE, Segment.B);
        model.keep();

        assertThat(model.open()).isEmpty();
        assertThat(model.waiting())
                .extracting(PreparedStep::asked)
                .hasSize(1)
                .first()
                .satisfies(asked -> {
                    SegmentCommand.Decide decided = (SegmentCommand.Decide) asked;
                    assertThat(decided.to()).isEqualTo(Segment.B);
                    assertThat(decided.criteria()).hasSize(1);
                    assertThat(decided.reason()).isEqualTo("Plus d’urgence, le logement est sûr.");
                });
        assertThat(phone.store().dossier(DOSSIER).orElseThrow().segmentChanges())
                .isEmpty();
        assertThat(phone.store()
                        .dossier(DOSSIER)
                        .orElseThrow()
                        .stayOn(phone.today())
                        .orElseThrow()
                        .value()
                        .span()
                        .segment())
                .isEqualTo(Segment.A);
        assertThat(model.choices()).as("one at a time").isEmpty();
    }

    @Test
    void withoutAReasonASegmentOrACriterionNothingIsPrepared() {
        StepsViewModel model = model();
        model.begin(choice(model, CommandKind.DECIDE));
        StepForm form = model.open().orElseThrow();
        model.keep();
        assertThat(form.reason().wrong().get()).isEqualTo("segmentStep.wrong.reason");
        assertThat(form.whole().wrong().get()).isEqualTo("segmentStep.wrong.to");

        form.reason().property().set("Une raison");
        form.to().set(Segment.B);
        model.keep();
        assertThat(form.whole().wrong().get()).isEqualTo("refusal.CRITERIA");
        assertThat(model.waiting()).isEmpty();
    }

    @Test
    void atTheLimitTheThreeQuestionsAreAnsweredInTheReason() {
        StepsViewModel model = writing(CommandKind.PROPOSE_AT_LIMIT, Segment.A);
        model.keep();
        StepForm form = model.open().orElseThrow();
        assertThat(form.answers())
                .hasSize(3)
                .allMatch(answer -> answer.wrong().get().equals("segmentStep.wrong.answer"));

        List.of("Oui", "Presque", "Non,\nmoins")
                .forEach(said -> form.answers()
                        .get(List.of("Oui", "Presque", "Non,\nmoins").indexOf(said))
                        .property()
                        .set(said));
        model.keep();

        SegmentCommand.ProposeAtLimit asked =
                (SegmentCommand.ProposeAtLimit) model.waiting().get(0).asked();
        assertThat(asked.reason().lines())
                .containsExactly(
                        "Plus d’urgence, le logement est sûr.",
                        "L’orientation est-elle juste ? Oui",
                        "Les objectifs sont-ils justes ? Presque",
                        "L’intensité est-elle juste ? Non, moins");
    }

    @Test
    void whatWasTypedIsThereAgainAfterAKill() {
        writing(CommandKind.DECIDE, Segment.C);
        fixture.reopen();
        phone = TestPhone.over(fixture);

        StepForm form = model().open().orElseThrow();
        assertThat(form.to().get()).isEqualTo(Segment.C);
        assertThat(form.criteria()).hasSize(1);
        assertThat(form.reason().stripped()).startsWith("Plus d’urgence");
    }

    @Test
    void whatTheServiceDidNotFollowIsShownWithItsReasonAndTakenUpAgain() {
        SegmentCommand asked = new SegmentCommand.ProposeAtLimit(
                Segment.A,
                List.of(),
                "La raison\nL’orientation est-elle juste ? Oui\nL’intensité est-elle juste ? Non");
        fixture.receive(List.of(HouseholdRows.row(
                BucketId.worker(HouseholdRows.CLAIRE),
                90,
                HouseholdRows.record(0, 60),
                RecordKind.RETURNED_CHANGE,
                returned(asked),
                HouseholdRows.TODAY)));
        StepsViewModel model = model();

        assertThat(model.returned())
                .extracting(entry -> entry.value().refusal().reason())
                .containsExactly(ReturnReason.STALE);
        model.takeUp(new PreparedStep(new Expectation(null, null, 0), asked));

        StepForm form = model.open().orElseThrow();
        assertThat(form.to().get()).isEqualTo(Segment.A);
        assertThat(form.reason().stripped()).isEqualTo("La raison");
        assertThat(form.answers()).extracting(answer -> answer.stripped()).containsExactly("Oui", "", "Non");
    }

    @Test
    void aStepThatWasWrittenInAnotherLanguageIsTakenUpWithItsAnswers() {
        SegmentCommand asked = new SegmentCommand.ProposeAtLimit(
                Segment.A, List.of(), "Der Grund\n" + german("orientation") + " Ja\n" + german("intensity") + " Nein");
        StepsViewModel model = model();
        model.takeUp(new PreparedStep(new Expectation(null, null, 0), asked));

        StepForm form = model.open().orElseThrow();
        assertThat(form.reason().stripped()).isEqualTo("Der Grund");
        assertThat(form.answers()).extracting(answer -> answer.stripped()).containsExactly("Ja", "", "Nein");
    }

    private static String german(String question) {
        return new Messages(Language.GERMAN).get("segmentStep.question." + question);
    }

    @Test
    void eachKindOfStepHasItsOwnDraft() {
        StepsViewModel model = writing(CommandKind.DECIDE, Segment.C);
        model.begin(choice(model, CommandKind.PROPOSE_AT_LIMIT));
        model.open().orElseThrow().reason().property().set("Rester en A");
        model.begin(choice(model, CommandKind.DECIDE));

        assertThat(model.open().orElseThrow().reason().stripped()).startsWith("Plus d’urgence");
        model.begin(choice(model, CommandKind.PROPOSE_AT_LIMIT));
        assertThat(model.open().orElseThrow().reason().stripped()).isEqualTo("Rester en A");
    }

    @Test
    void aDraftThatAReturnedStepTakesThePlaceOfCanBeHadBack() {
        SegmentCommand asked = new SegmentCommand.Decide(Segment.B, List.of(), "Ce qui est revenu");
        StepsViewModel model = writing(CommandKind.DECIDE, Segment.C);
        model.takeUp(new PreparedStep(new Expectation(null, null, 0), asked));
        assertThat(model.open().orElseThrow().reason().stripped()).isEqualTo("Ce qui est revenu");

        TestPhone.tapAction(phone);
        assertThat(model.open().orElseThrow().reason().stripped()).startsWith("Plus d’urgence");
    }

    private static ReturnedChange returned(SegmentCommand asked) {
        Command command = new PreparedStep(new Expectation(null, null, 0), asked).asCommand();
        String change = Wire.json(GroupChange.class, new GroupChange(null, Wire.json(command)));
        return new ReturnedChange(
                new ReturnedChange.Origin(
                        new StreamId(new UUID(7, 7)),
                        4,
                        PreparedStep.KIND.code(),
                        HouseholdRows.record(0, 61),
                        DOSSIER,
                        HouseholdRows.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        Action.COMMAND,
                        null,
                        "{\"" + Command.GROUP + "\":" + change + "}"),
                new ReturnedChange.Refusal(ReturnReason.STALE, ""));
    }

    /** It says whose decision it is, not only that rules exist. Rule: R-SEG-10. */
    @Test
    void aStepThatCameBackSaysTheVeryRuleInEveryLanguageAndAnUnknownOneStillAReason() {
        for (Language language : Language.values()) {
            Messages messages = new Messages(language);
            Set<String> said = new HashSet<>();
            for (Carried.Refusal refusal : Carried.Refusal.values()) {
                said.add(MyReturns.why(refused(refusal.name()), messages));
            }
            assertThat(said).hasSize(Carried.Refusal.values().length);
            assertThat(MyReturns.why(refused("OF_A_LATER_VERSION"), messages))
                    .isEqualTo(messages.of(ReturnReason.REFUSED_STEP));
        }
    }

    private static ReturnedChange refused(String detail) {
        ReturnedChange back = returned(new SegmentCommand.Withdraw("Finalement non"));
        return new ReturnedChange(back.origin(), new ReturnedChange.Refusal(ReturnReason.REFUSED_STEP, detail));
    }

    @Test
    void nothingIsPreparedWhileThePersonMayLookAtTheScreen() {
        discretion.onProperty().set(true);

        assertThat(model().choices()).isEmpty();
    }
}
