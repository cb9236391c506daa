package org.tournee.mobile.returned;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateEnd;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.conflict.ConflictViewModel;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.request.MandateChangesViewModel;
import org.tournee.mobile.request.RequestStepForm;
import org.tournee.mobile.request.RequestStepsViewModel;
import org.tournee.mobile.rights.FollowUpsViewModel;
import org.tournee.mobile.rights.OutcomeForm;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.request.Request;
import org.tournee.rights.FollowUpOutcome;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCheckup;
import org.tournee.sync.Action;
import org.tournee.sync.BucketId;
import org.tournee.sync.Command;
import org.tournee.sync.FeedRow;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.Settlement;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** Right checks, settlements and steps that came back: corrected and offered again. Rules: R-REC, R-RDD, R-REQ, R-MAN. */
class ReturnedStepsTest {

    private static final DossierId DOSSIER = PhoneStoreFixture.dossier(0);
    private static final LocalDate TODAY = HouseholdRows.TODAY;

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);
    private final Phone phone = TestPhone.over(fixture);
    private final List<FeedRow> rows = new ArrayList<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    /** Rule: R-RDD. */
    @Test
    void howTheFollowUpOfARightEndedOpensItsFormAndCanBeOfferedAgain() {
        RecordId checkup = checkup();
        RecordId right = NewRecord.id();
        RightCheck followed = new RightCheck(
                new RightCheck.Subject(checkup, "rsa"),
                new RightCheck.Finding(RightState.PROBABLE, null),
                new RightCheck.FollowUp(TODAY.plusDays(10), HouseholdRows.CLAIRE),
                null,
                null);
        holds(2_001, right, RecordKind.RIGHT_CHECK, followed);
        RightCheck.Ending ending = new RightCheck.Ending(FollowUpOutcome.OPENED, TODAY.minusDays(1));
        returned(Action.CHANGE, RecordKind.RIGHT_CHECK, right, "ending", null, Wire.json(ending));
        ReturnedViewModel model = model();
        ReturnedBatch batch = model.open().get().get(0);
        assertThat(model.mayOffer(batch)).isTrue();

        model.correct(batch);

        OutcomeForm form = new FollowUpsViewModel(phone, DOSSIER, new Discretion(), Runnable::run)
                .writing()
                .get()
                .orElseThrow();
        assertThat(form.outcome().get()).isEqualTo(FollowUpOutcome.OPENED);
        assertThat(form.ending(TODAY)).contains(ending);
        assertThat(model.open().get()).isEmpty();
    }

    /** Rule: R-RDD. */
    @Test
    void whySomebodyDeclinedIsADraftAgainAndAnAnswerThatIsTappedLeadsToItsPage() {
        RecordId checkup = checkup();
        RightCheck declined = new RightCheck(
                new RightCheck.Subject(checkup, "rsa"),
                new RightCheck.Finding(RightState.DECLINED, "Ne veut pas d’un travailleur social"),
                null,
                null,
                null);
        creation(1, NewRecord.id(), declined);
        RightCheck held = new RightCheck(
                new RightCheck.Subject(checkup, "apl"),
                new RightCheck.Finding(RightState.HELD, null),
                null,
                null,
                null);
        creation(9, NewRecord.id(), held);
        ReturnedViewModel model = model();

        model.open().get().forEach(model::correct);

        assertThat(phone.store().drafts())
                .filteredOn(name -> name.contains("/"))
                .singleElement()
                .satisfies(name -> assertThat(name).contains(checkup.toString()).endsWith("/rsa"));
        assertThat(TestPhone.opened(phone)).contains(new Destination.RightsSweep(DOSSIER, checkup));
        assertThat(model.open().get())
                .as("what was only tapped is not done with")
                .hasSize(1);
        assertThat(model.mayOffer(model.open().get().get(0))).isTrue();
    }

    @Test
    void aSettlementStandsInItsFieldsAgainAndIsOfferedWithWhatItsAuthorSaw() {
        rows.add(HouseholdRows.addressConflict(0));
        Dossier.Address both = new Dossier.Address("18 ter rue de la Marne", "86400", "86078", "Civray");
        Settlement settlement = new Settlement(List.of("v1", "v2"), Wire.json(both));
        returned(
                Action.SETTLE,
                RecordKind.CONFLICT,
                HouseholdRows.record(0, 40),
                "settlement",
                null,
                Wire.json(settlement));
        ReturnedViewModel model = model();
        ReturnedBatch batch = model.open().get().get(0);
        assertThat(model.values(batch.origins().get(0)))
                .extracting(line -> line.value())
                .contains("18 ter rue de la Marne")
                .doesNotContain("v1, v2");
        assertThat(model.mayOffer(batch)).isTrue();

        model.correct(batch);

        ConflictViewModel conflict = new ConflictViewModel(phone, DOSSIER, HouseholdRows.record(0, 40), Runnable::run);
        assertThat(conflict.writing().get("street").get()).isEqualTo("18 ter rue de la Marne");
        model.offer(batch);
        assertThat(contents().openConflicts()).isEmpty();
        assertThat(contents().dossier().value().address().street()).isEqualTo("18 ter rue de la Marne");
    }

    /** Rule: R-REQ. */
    @Test
    void aStepOfARequestIsTypedAgainWhereItMayBeTakenAndNeverTakesBackWhatOthersDid() {
        RecordId request = NewRecord.id();
        Request.Handling acknowledged = new Request.Handling(TODAY.minusDays(1), null, null, null, null, null);
        holds(2_001, request, RecordKind.REQUEST, asked(acknowledged));
        Request.Handling decided =
                new Request.Handling(null, null, Request.Decision.GRANTED, TODAY.minusDays(3), null, null);
        returned(
                Action.CHANGE,
                RecordKind.REQUEST,
                request,
                Request.Handling.GROUP,
                Wire.json(Request.Handling.NONE),
                Wire.json(decided));
        ReturnedViewModel model = model();
        ReturnedBatch batch = model.open().get().get(0);
        assertThat(model.mayOffer(batch)).isFalse();

        model.correct(batch);

        RequestStepForm form = new RequestStepsViewModel(desk())
                .form(contents().requests().get(0))
                .orElseThrow();
        assertThat(form.decision().get()).isEqualTo(Request.Decision.GRANTED);
        assertThat(form.taken(asked(acknowledged), TODAY))
                .as("before the acknowledgement")
                .isEmpty();
        form.day().property().set("9/3/2026");
        assertThat(form.taken(asked(acknowledged), TODAY).map(Request::handling))
                .contains(new Request.Handling(TODAY.minusDays(1), null, Request.Decision.GRANTED, TODAY, null, null));
    }

    /** Rule: R-MAN. */
    @Test
    void theEndOfAMandateIsPreparedAnewOnWhatStands() {
        RecordId mandate = NewRecord.id();
        Mandate charged = new Mandate(
                new Mandate.Mission(Mandate.Kind.OTHER, "Préfecture", null),
                new Mandate.Term(TODAY.minusDays(90), TODAY.plusDays(60)));
        holds(2_001, mandate, RecordKind.MANDATE, charged);
        MandateEnd late = new MandateEnd(null, TODAY.plusDays(20));
        returned(Action.COMMAND, RecordKind.MANDATE, mandate, Command.GROUP, null, Wire.json(late.asCommand()));
        ReturnedViewModel model = model();

        model.correct(model.open().get().get(0));

        MandateChangesViewModel changes = new MandateChangesViewModel(desk());
        assertThat(changes.end(contents().mandates().get(0)).flatMap(form -> form.end(charged)))
                .isEqualTo(Optional.of(new MandateEnd(TODAY.plusDays(60), TODAY.plusDays(20))));
    }

    private DossierDesk desk() {
        return new DossierDesk(phone, DOSSIER, new Discretion(), Runnable::run);
    }

    private DossierContents contents() {
        return phone.store().dossier(DOSSIER).orElseThrow();
    }

    private ReturnedViewModel model() {
        fixture.receive(rows);
        return new ReturnedViewModel(phone, Runnable::run);
    }

    private static Request asked(Request.Handling handling) {
        return new Request(
                new Request.Demand(
                        Request.Origin.PERSON, Request.Urgency.NORMAL, Topic.FINANCE, TODAY.minusDays(9), "Une aide"),
                handling);
    }

    private RecordId checkup() {
        RecordId checkup = NewRecord.id();
        RightsCheckup sweep = new RightsCheckup(
                new RightsCheckup.Occasion(RightsCheckup.Trigger.SEPARATION, RightsCheckup.Origin.PERSON, "fr", 1),
                new RightsCheckup.Course(phone.clock().instant(), 30, false));
        holds(2_000, checkup, RecordKind.RIGHTS_CHECKUP, sweep);
        return checkup;
    }

    private void holds(long position, RecordId id, RecordKind kind, Object value) {
        rows.add(HouseholdRows.row(BucketId.service(DOSSIER), position, id, kind, value, TODAY));
    }

    private void creation(long opSeq, RecordId id, RightCheck check) {
        Map<String, String> groups = new LinkedHashMap<>();
        Groups.of(check).changesSince(Groups.NONE).forEach((name, change) -> groups.put(name, Wire.json(change)));
        returned(opSeq, Action.CREATE, RecordKind.RIGHT_CHECK, id, new Groups(groups).json());
    }

    private void returned(Action action, RecordKind kind, RecordId record, String group, String base, String value) {
        Map<String, String> groups = Map.of(group, Wire.json(new GroupChange(base, value)));
        returned(1, action, kind, record, new Groups(groups).json());
    }

    private void returned(long opSeq, Action action, RecordKind kind, RecordId record, String groups) {
        ReturnedChange change = new ReturnedChange(
                new ReturnedChange.Origin(
                        new StreamId(new UUID(0x0190_2000_0000_7000L, 1)),
                        opSeq,
                        kind.code(),
                        record,
                        DOSSIER,
                        phone.clock().instant().plusSeconds(opSeq),
                        action,
                        null,
                        groups),
                new ReturnedChange.Refusal(ReturnReason.NOT_ALLOWED, "of the test"));
        rows.add(HouseholdRows.row(
                BucketId.worker(HouseholdRows.CLAIRE),
                opSeq,
                new RecordId(new UUID(0x0190_3000_0000_7000L, opSeq)),
                RecordKind.RETURNED_CHANGE,
                change,
                TODAY));
    }
}
