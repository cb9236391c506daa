package org.tournee.mobile.returned;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.Goal;
import org.tournee.bilan.WhoseWord;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.agreement.AgreementForm;
import org.tournee.mobile.agreement.AgreementsViewModel;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.bilan.BilanViewModel;
import org.tournee.mobile.contact.ContactFormViewModel;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.store.ReceptionRows;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.reception.WalkIn;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.DossierOpening;
import org.tournee.sync.FeedRow;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** Returned changes, corrected, offered again and put away, over a real store. Rule: R-REC. */
class ReturnedViewModelTest {

    private static final DossierId DOSSIER = PhoneStoreFixture.dossier(0);
    private static final StreamId STREAM = new StreamId(new UUID(0x0190_2000_0000_7000L, 1));
    private static final Instant SAVED = Instant.parse("2026-03-08T10:00:00Z");

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);
    private final Phone phone = TestPhone.over(fixture);
    private final List<FeedRow> rows = new ArrayList<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    private ReturnedViewModel model() {
        fixture.receive(rows);
        return new ReturnedViewModel(phone, Runnable::run);
    }

    private DossierContents contents() {
        return phone.store().dossier(DOSSIER).orElseThrow();
    }

    private void returned(
            long opSeq,
            Instant savedAt,
            Action action,
            RecordKind kind,
            RecordId record,
            Map<String, GroupChange> groups,
            ReturnReason reason) {
        returned(DOSSIER, opSeq, savedAt, action, kind, record, groups, reason);
    }

    private void returned(
            DossierId dossier,
            long opSeq,
            Instant savedAt,
            Action action,
            RecordKind kind,
            RecordId record,
            Map<String, GroupChange> groups,
            ReturnReason reason) {
        Map<String, String> json = new LinkedHashMap<>();
        groups.forEach((name, change) -> json.put(name, Wire.json(change)));
        ReturnedChange change = new ReturnedChange(
                new ReturnedChange.Origin(
                        STREAM,
                        opSeq,
                        kind.code(),
                        record,
                        dossier,
                        savedAt,
                        action,
                        action == Action.CREATE ? Audience.RESTRICTED : null,
                        new Groups(json).json()),
                new ReturnedChange.Refusal(reason, "of the test"));
        rows.add(HouseholdRows.row(
                BucketId.worker(HouseholdRows.CLAIRE),
                opSeq,
                new RecordId(new UUID(0x0190_3000_0000_7000L, opSeq)),
                RecordKind.RETURNED_CHANGE,
                change,
                HouseholdRows.TODAY.minusDays(1)));
    }

    private void creation(long opSeq, RecordKind kind, RecordId record, Object value, ReturnReason reason) {
        returned(opSeq, SAVED, Action.CREATE, kind, record, Groups.of(value).changesSince(Groups.NONE), reason);
    }

    private static BilanItem item(String text) {
        return new BilanItem(
                new BilanItem.Statement(Dimension.HOUSING, Effect.DANGER, WhoseWord.OBSERVED_FACT, text, false),
                new BilanItem.Validity(HouseholdRows.TODAY.minusDays(1), null));
    }

    private Contact contact(String narrative) {
        return new Contact(
                new Contact.Meeting(SAVED, Channel.IN_PERSON, Place.HOME, Planning.PLANNED, Happening.HELD, 45),
                new Contact.Attendance(
                        List.of(new PersonId(contents().persons().get(0).id().value()))),
                new Contact.Content(List.of(Topic.HOUSING), true, narrative, Result.NONE),
                null);
    }

    @Test
    void aReturnedItemOpensItsFormWithTheReturnedValueAndIsDoneWith() {
        creation(1, RecordKind.BILAN_ITEM, NewRecord.id(), item("Expulsion annoncée"), ReturnReason.NOT_ALLOWED);
        ReturnedViewModel model = model();
        model.correct(model.open().get().get(0));

        var form = new BilanViewModel(phone, DOSSIER, new Discretion(), Runnable::run)
                .writing()
                .get()
                .orElseThrow();
        assertThat(form.text().get()).isEqualTo("Expulsion annoncée");
        assertThat(form.effect().get()).isEqualTo(Effect.DANGER);
        assertThat(form.restricted().get()).isTrue();
        assertThat(model.open().get()).isEmpty();
        assertThat(model.away().get()).hasSize(1);
    }

    @Test
    void aVisitComesBackIntoItsFormWithWhatWasSavedWithIt() {
        creation(1, RecordKind.CONTACT, NewRecord.id(), contact("A reçu un commandement"), ReturnReason.NOT_ALLOWED);
        creation(2, RecordKind.BILAN_ITEM, NewRecord.id(), item("Expulsion annoncée"), ReturnReason.TOGETHER_WITH);
        creation(
                3,
                RecordKind.ACTION_ITEM,
                NewRecord.id(),
                new ActionItem(
                        new ActionItem.Task(
                                "Appeler le bailleur", ActionItem.By.SERVICE, ActionItem.Horizon.SHORT, null),
                        new ActionItem.Progress(ActionItem.State.TO_DO, null)),
                ReturnReason.TOGETHER_WITH);
        ReturnedViewModel model = model();
        assertThat(model.open().get()).hasSize(1);
        model.correct(model.open().get().get(0));

        var fields = new ContactFormViewModel(phone, DOSSIER, null, Runnable::run).fields();
        assertThat(fields.narrative().get()).isEqualTo("A reçu un commandement");
        assertThat(fields.minutes().get()).isEqualTo(45);
        assertThat(fields.noted()).extracting(BilanItem.Statement::text).containsExactly("Expulsion annoncée");
        assertThat(fields.task().get().what()).isEqualTo("Appeler le bailleur");
    }

    @Test
    void aCreationIsOfferedAgainTogetherWithWhatWasDoneToItSince() {
        RecordId record = NewRecord.id();
        Goal goal = new Goal(
                new Goal.Aim(Dimension.HOUSING, "Garder le logement"),
                new Goal.Agreement(null, HouseholdRows.TODAY.plusMonths(6)),
                new Goal.Progress(Goal.State.OPEN));
        Goal reached = new Goal(goal.aim(), goal.agreement(), new Goal.Progress(Goal.State.REACHED));
        creation(4, RecordKind.GOAL, record, goal, ReturnReason.NOT_ALLOWED);
        returned(
                9,
                SAVED.plusSeconds(600),
                Action.CHANGE,
                RecordKind.GOAL,
                record,
                Groups.of(reached).changesSince(Groups.of(goal)),
                ReturnReason.DEPENDS_ON);
        ReturnedViewModel model = model();
        assertThat(model.open().get()).hasSize(1);
        model.offer(model.open().get().get(0));

        assertThat(contents().goals())
                .filteredOn(entry -> entry.id().equals(record))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.value()).isEqualTo(reached);
                    assertThat(entry.audience()).isEqualTo(Audience.RESTRICTED);
                });
        assertThat(phone.store().waiting().operations()).isEqualTo(1);
        assertThat(model.open().get()).isEmpty();
    }

    /** Who came is in the register again, with what was written of them since. Rules: R-REC, R-PER. */
    @Test
    void whatCameBackOfADeskIsOfferedAgain() {
        fixture.receive(ReceptionRows.reception());
        RecordId record = NewRecord.id();
        WalkIn came = WalkIn.arrived(ReceptionRows.PERMANENCE, HouseholdRows.TODAY, SAVED);
        WalkIn named = came.with(new WalkIn.Visitor("Mme Petit", null, null));
        returned(
                ReceptionRows.REGISTER,
                1,
                SAVED,
                Action.CREATE,
                RecordKind.WALK_IN,
                record,
                Groups.of(came).changesSince(Groups.NONE),
                ReturnReason.NOT_ALLOWED);
        returned(
                ReceptionRows.REGISTER,
                2,
                SAVED.plusSeconds(60),
                Action.CHANGE,
                RecordKind.WALK_IN,
                record,
                Groups.of(named).changesSince(Groups.of(came)),
                ReturnReason.DEPENDS_ON);
        ReturnedViewModel model = model();
        model.offer(model.open().get().get(0));

        assertThat(phone.store().register(ReceptionRows.REGISTER).orElseThrow().walkIns())
                .singleElement()
                .satisfies(entry -> assertThat(entry.value()).isEqualTo(named));
        assertThat(model.open().get()).isEmpty();
    }

    /** Whoever may open dossiers again opens this one again, with what was written of it. Rules: R-REC, R-REQ. */
    @Test
    void aDossierThatCameBackIsOpenedAgainAndThenWhatWasWrittenInIt() {
        DossierId met = new DossierId(NewRecord.id().value());
        Dossier dossier = contents().dossier().value();
        Person person = contents().persons().get(0).value();
        RecordId goal = NewRecord.id();
        Goal written = new Goal(
                new Goal.Aim(Dimension.HOUSING, "Garder le logement"),
                new Goal.Agreement(null, HouseholdRows.TODAY.plusMonths(6)),
                new Goal.Progress(Goal.State.OPEN));
        createdIn(met, 1, SAVED, RecordKind.DOSSIER, DossierOpening.recordOf(met), dossier, ReturnReason.NOT_ALLOWED);
        createdIn(met, 2, SAVED, RecordKind.PERSON, NewRecord.id(), person, ReturnReason.TOGETHER_WITH);
        createdIn(met, 3, SAVED.plusSeconds(600), RecordKind.GOAL, goal, written, ReturnReason.DEPENDS_ON);
        ReturnedViewModel model = model();
        ReturnedBatch later = model.open().get().get(0);
        assertThat(model.mayOffer(later)).isFalse();
        model.offer(model.open().get().get(1));

        assertThat(phone.store().dossier(met)).hasValueSatisfying(opened -> {
            assertThat(opened.dossier().value()).isEqualTo(dossier);
            assertThat(opened.persons()).extracting(Entry::value).containsExactly(person);
        });
        model.offer(later);
        assertThat(phone.store().dossier(met).orElseThrow().goals())
                .extracting(Entry::value)
                .containsExactly(written);
        assertThat(model.open().get()).isEmpty();
    }

    private void createdIn(
            DossierId dossier,
            long opSeq,
            Instant savedAt,
            RecordKind kind,
            RecordId record,
            Object value,
            ReturnReason reason) {
        returned(
                dossier,
                opSeq,
                savedAt,
                Action.CREATE,
                kind,
                record,
                Groups.of(value).changesSince(Groups.NONE),
                reason);
    }

    /** Rules: R-REC, R-OFF. */
    @Test
    void whatTheDiskDoesNotTakeAgainStaysOpenAndIsToldOf() {
        creation(1, RecordKind.BILAN_ITEM, NewRecord.id(), item("Expulsion annoncée"), ReturnReason.NOT_ALLOWED);
        fixture.receive(rows);
        Phone full = TestPhone.onAFullDisk(fixture);
        ReturnedViewModel model = new ReturnedViewModel(full, Runnable::run);
        model.offer(model.open().get().get(0));

        assertThat(TestPhone.said(full)).containsExactly(full.messages().get("store.refused.DISK_FULL"));
        assertThat(model.open().get()).hasSize(1);
    }

    @Test
    void whatWouldBreakTheSameRuleAgainIsNotOfferedAsItIsAndItsFieldIsNamed() {
        creation(1, RecordKind.BILAN_ITEM, NewRecord.id(), item(""), ReturnReason.INVALID);
        ReturnedViewModel model = model();
        ReturnedBatch batch = model.open().get().get(0);

        assertThat(model.mayOffer(batch)).isFalse();
        assertThat(model.violations(batch.cause()))
                .singleElement()
                .satisfies(violation -> assertThat(violation.field()).isEqualTo("text"));
    }

    @Test
    void aReturnedAgreementOpensItsFormWithWhatWasSigned() {
        ServiceAgreement signed = new ServiceAgreement(
                new ServiceAgreement.Terms("Apporter les factures", HouseholdRows.TODAY.minusDays(1), null, null),
                new ServiceAgreement.Mutual("Demander l’aide", List.of(), HouseholdRows.TODAY, List.of(), null));
        creation(1, RecordKind.SERVICE_AGREEMENT, NewRecord.id(), signed, ReturnReason.NOT_ALLOWED);
        ReturnedViewModel model = model();
        model.correct(model.open().get().get(0));

        AgreementForm form = new AgreementsViewModel(new DossierDesk(phone, DOSSIER, new Discretion(), Runnable::run))
                .open()
                .orElseThrow();
        assertThat(form.commitments().stripped()).isEqualTo("Apporter les factures");
        assertThat(form.service().stripped()).isEqualTo("Demander l’aide");
        assertThat(form.signedOn().stripped()).isEqualTo("08/03/2026");
    }

    @Test
    void aDraftThatIsThereAlreadyIsNeverOverwritten() {
        BilanViewModel bilan = new BilanViewModel(phone, DOSSIER, new Discretion(), Runnable::run);
        bilan.begin(Dimension.HOUSING, org.tournee.mobile.bilan.Side.WEIGHS);
        bilan.writing().get().orElseThrow().text().set("En cours de frappe");
        creation(1, RecordKind.BILAN_ITEM, NewRecord.id(), item("Expulsion annoncée"), ReturnReason.NOT_ALLOWED);
        ReturnedViewModel model = model();
        model.correct(model.open().get().get(0));

        assertThat(new BilanViewModel(phone, DOSSIER, new Discretion(), Runnable::run)
                        .writing()
                        .get()
                        .orElseThrow()
                        .text()
                        .get())
                .isEqualTo("En cours de frappe");
        assertThat(model.open().get()).hasSize(1);
    }

    @Test
    void whatIsPutAwayStaysAwayAfterARestartAndCanBeTakenBack() {
        creation(1, RecordKind.BILAN_ITEM, NewRecord.id(), item("Expulsion annoncée"), ReturnReason.NOT_ALLOWED);
        ReturnedViewModel model = model();
        model.putAway(model.open().get().get(0));
        assertThat(MyReturns.open(phone)).isEmpty();
        fixture.reopen();
        ReturnedViewModel later = new ReturnedViewModel(TestPhone.over(fixture), Runnable::run);
        assertThat(later.away().get()).hasSize(1);
        assertThat(later.open().get()).isEmpty();

        later.takeBack(later.away().get().get(0));

        assertThat(later.open().get()).hasSize(1);
    }
}
