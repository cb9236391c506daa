package org.tournee.server.sync;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Segment;
import org.tournee.server.ServiceFixture;
import org.tournee.server.StayFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.TestPostgres;
import org.tournee.server.store.Assignments;
import org.tournee.sync.Groups;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Outcome;
import org.tournee.sync.PushAnswer;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.TxId;
import org.tournee.sync.Wire;

/** What breaks a rule is kept whole and comes back to its author with the reason. Rule: R-REC. */
class ReturnedTest extends SyncTest {

    private static final TxId TX = new TxId(java.util.UUID.fromString("01900000-0000-7000-8000-000000000077"));

    private void assertReturned(List<Outcome> outcomes, ReturnReason... reasons) {
        assertThat(outcomes).extracting(Outcome::verdict).containsOnly(Outcome.Verdict.RETURNED);
        assertThat(outcomes).extracting(Outcome::reason).containsExactly(reasons);
        phone.pull();
        assertThat(phone.ofKind(RecordKind.RETURNED_CHANGE)).hasSize(reasons.length);
    }

    private List<Outcome> sendRaw(String... lines) {
        List<byte[]> bytes =
                java.util.Arrays.stream(lines).map(line -> line.getBytes(UTF_8)).toList();
        return Wire.read(PushAnswer.class, phone.send(bytes).body()).outcomes();
    }

    @Test
    void aLineThatCannotBeReadTakesItsNumberAndComesBack() {
        List<Outcome> outcomes = sendRaw("ceci n’est pas du JSON");

        assertReturned(outcomes, ReturnReason.UNPROCESSABLE);
        assertThat(outcomes.get(0).opSeq()).isEqualTo(1);
        assertThat(phone.session().lastOpSeq()).isEqualTo(1);
        assertThat(sendRaw("ceci n’est pas du JSON")).isEqualTo(outcomes);
    }

    @Test
    void aLineThatIsNotUtf8KeepsItsPlaceAndComesBack() {
        phone.save(dossier, TestPhone.create(RecordKind.CONTACT, TestPhone.newId(), Samples.contact(dossier, "Été")));
        byte[] latin = new String(phone.outbox().remove(0), UTF_8).getBytes(ISO_8859_1);

        List<Outcome> outcomes =
                Wire.read(PushAnswer.class, phone.send(List.of(latin)).body()).outcomes();

        assertReturned(outcomes, ReturnReason.UNPROCESSABLE);
        assertThat(phone.session().lastOpSeq()).isEqualTo(1);
    }

    @Test
    void whatFollowsALineThatCannotBeReadIsTakenIn() {
        phone.saveRaw("{\"half\":".getBytes(UTF_8));
        phone.save(dossier, contact(TestPhone.newId()));

        List<Outcome> outcomes = phone.push();

        assertThat(outcomes)
                .extracting(Outcome::verdict)
                .containsExactly(Outcome.Verdict.RETURNED, Outcome.Verdict.APPLIED);
    }

    @Test
    void aTransactionWithALineThatCannotBeReadComesBackTogether() {
        phone.saveRaw(OperationBytes.make(phone.operation(dossier, TX, 0, 3, contact(TestPhone.newId()))));
        phone.saveRaw("illisible".getBytes(UTF_8));
        phone.saveRaw(OperationBytes.make(phone.operation(dossier, TX, 2, 3, contact(TestPhone.newId()))));

        assertReturned(
                phone.push(), ReturnReason.TOGETHER_WITH, ReturnReason.UNPROCESSABLE, ReturnReason.TOGETHER_WITH);
        assertThat(count("select count(*) from record where org_id = ? and kind = 'contact'"))
                .isZero();
    }

    @Test
    void aTransactionWhoseFirstLineCannotBeReadComesBackTogether() {
        phone.saveRaw("illisible".getBytes(UTF_8));
        phone.saveRaw(OperationBytes.make(phone.operation(dossier, TX, 1, 2, contact(TestPhone.newId()))));

        assertReturned(phone.push(), ReturnReason.UNPROCESSABLE, ReturnReason.TOGETHER_WITH);
    }

    @Test
    void anOperationThatIsTooLargeComesBackAndIsKeptWhole() {
        String narrative = "é".repeat(40_000);
        phone.save(
                dossier, TestPhone.create(RecordKind.CONTACT, TestPhone.newId(), Samples.contact(dossier, narrative)));

        assertReturned(phone.push(), ReturnReason.UNPROCESSABLE);
        assertThat(phone.ofKind(RecordKind.RETURNED_CHANGE).get(0).groups()).contains(narrative);
    }

    @Test
    void aValueOfTheWrongTypeComesBack() {
        phone.save(dossier, contact(TestPhone.newId()));
        String line = new String(phone.outbox().remove(0), UTF_8)
                .replace("\"duration_minutes\":45", "\"duration_minutes\":\"longtemps\"");

        assertReturned(sendRaw(line), ReturnReason.INVALID);
    }

    @Test
    void aDossierThatDoesNotExistComesBack() {
        phone.save(new DossierId(java.util.UUID.randomUUID()), contact(TestPhone.newId()));

        assertReturned(phone.push(), ReturnReason.UNKNOWN_RECORD);
    }

    @Test
    void aDossierOfAnotherOrganisationDoesNotExist() {
        ServiceFixture elsewhere = new ServiceFixture(beans, server.getURL().toString());
        DossierId foreign = elsewhere.dossier(elsewhere.worker(Role.SOCIAL_WORKER));

        phone.save(foreign, contact(TestPhone.newId()));

        assertReturned(phone.push(), ReturnReason.UNKNOWN_RECORD);
    }

    @Test
    void aRecordOfAnotherDossierIsNotTouched() {
        DossierId other = service.dossier(referent);
        phone.pull();
        RecordId adult = new RecordId(ServiceFixture.adultOf(other).value());

        phone.save(dossier, phone.change(RecordKind.PERSON, adult, "reachability", "{\"phone\":\"05\"}"));

        assertReturned(phone.push(), ReturnReason.UNKNOWN_RECORD);
    }

    @Test
    void whoeverHasNoLinkToTheDossierMayNotWriteThere() {
        WorkerId intake = service.worker(Role.ADMINISTRATOR);
        TestPhone theirs = service.phone(intake);
        theirs.save(dossier, contact(TestPhone.newId()));

        assertThat(theirs.push()).extracting(Outcome::reason).containsExactly(ReturnReason.NOT_ALLOWED);
    }

    @Test
    void aKindThatCommandsWriteComesBack() {
        phone.save(
                dossier,
                TestPhone.create(
                        RecordKind.STAY,
                        TestPhone.newId(),
                        StayFixture.inSegment(Segment.C, LocalDate.of(2026, 3, 1))));

        assertReturned(phone.push(), ReturnReason.COMMAND_ONLY);
    }

    @Test
    void aValueThatBreaksARuleComesBackWithTheWholeTransaction() {
        phone.save(
                dossier,
                contact(TestPhone.newId()),
                TestPhone.create(RecordKind.ACTION_ITEM, TestPhone.newId(), Samples.action("  ")));

        assertReturned(phone.push(), ReturnReason.TOGETHER_WITH, ReturnReason.INVALID);
        assertThat(count("select count(*) from record where org_id = ? and kind = 'contact'"))
                .isZero();
    }

    @Test
    void whatDependsOnARecordThatCameBackComesBackToo() {
        RecordId action = TestPhone.newId();
        phone.save(dossier, TestPhone.create(RecordKind.ACTION_ITEM, action, Samples.action(" ")));
        phone.push();
        phone.save(dossier, phone.change(RecordKind.ACTION_ITEM, action, "progress", "{\"state\":\"DONE\"}"));

        List<Outcome> outcomes = phone.push();

        assertThat(outcomes).extracting(Outcome::reason).containsExactly(ReturnReason.DEPENDS_ON);
    }

    @Test
    void aRecordThatIsNotKnownCannotBeChanged() {
        phone.save(
                dossier, phone.change(RecordKind.ACTION_ITEM, TestPhone.newId(), "progress", "{\"state\":\"DONE\"}"));

        assertReturned(phone.push(), ReturnReason.UNKNOWN_RECORD);
    }

    @Test
    void anEntryOfTheJournalIsNeverChanged() {
        RecordId contact = TestPhone.newId();
        phone.save(dossier, contact(contact)).push();
        phone.pull().save(dossier, phone.change(RecordKind.CONTACT, contact, "content", "{}"));

        assertReturned(phone.push(), ReturnReason.INVALID);
    }

    @Test
    void theSameEntryFromANewStreamIsInsertedOnce() {
        RecordId contact = TestPhone.newId();
        phone.save(dossier, contact(contact)).push();
        TestPhone reinstalled = service.phone(referent);
        reinstalled.save(dossier, contact(contact));

        assertThat(reinstalled.push()).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.APPLIED);
        assertThat(count("select count(*) from record where org_id = ? and kind = 'contact'"))
                .isEqualTo(1);
    }

    @Test
    void whatCameBackSaysWhatItWasAndWhy() {
        phone.save(dossier, TestPhone.create(RecordKind.ACTION_ITEM, TestPhone.newId(), Samples.action(" ")));
        phone.push();

        ReturnedChange change = Groups.parse(
                        phone.pull().ofKind(RecordKind.RETURNED_CHANGE).get(0).groups())
                .as(ReturnedChange.class);

        assertThat(change.refusal().reason()).isEqualTo(ReturnReason.INVALID);
        assertThat(change.refusal().detail()).isEqualTo("task.what BLANK");
        assertThat(change.origin().kind()).isEqualTo("action_item");
        assertThat(change.origin().opSeq()).isEqualTo(1);
        assertThat(change.origin().groups()).contains("\"task\"");
    }

    @Test
    void aFactMadeUnderAGrantThatWasHeldAppliesAfterItEnded() {
        Assignments assignments = service.bean(Assignments.class);
        WorkerId second = service.worker(Role.SOCIAL_WORKER);
        RecordId term =
                assignments.assign(service.service(), dossier, ServiceFixture.term(second), ServiceFixture.NOON);
        TestPhone theirs = service.phone(second);
        theirs.save(dossier, contact(TestPhone.newId()));
        service.leaveTeam(second);
        assignments.end(service.service(), dossier, term, LocalDate.of(2025, 10, 1), ServiceFixture.NOON);

        assertThat(theirs.push()).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.APPLIED);

        theirs.grantEpoch(2);
        theirs.save(dossier, contact(TestPhone.newId()));
        assertThat(theirs.push()).extracting(Outcome::reason).containsExactly(ReturnReason.NOT_ALLOWED);
    }

    @Test
    void aTimeThatNoCalendarShowsComesBack() {
        phone.save(dossier, contact(TestPhone.newId()));
        String line = new String(phone.outbox().remove(0), UTF_8)
                .replaceFirst("\"occurred_at\":\"[^\"]*\"", "\"occurred_at\":\"+999999999-01-01T00:00:00Z\"");

        assertReturned(sendRaw(line), ReturnReason.INVALID);
    }

    @Test
    void whatMakesTheServerFailComesBackAloneAndTheRestIsTaken() throws Exception {
        RecordId poison = TestPhone.newId();
        phone.save(dossier, contact(TestPhone.newId()));
        phone.save(dossier, contact(poison));
        phone.save(dossier, contact(TestPhone.newId()));

        refuseInTheDatabase(poison);

        assertThat(phone.push()).extracting(Outcome::reason).containsExactly(null, ReturnReason.UNPROCESSABLE, null);
        assertThat(count("select count(*) from operation_log where org_id = ?")).isEqualTo(3);
    }

    /** Stands for a fault of the server's own that shows with one record alone. */
    private static void refuseInTheDatabase(RecordId record) throws Exception {
        try (Connection connection = TestPostgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create or replace function poison() returns trigger language plpgsql as $$ begin"
                    + " raise exception 'poison' using errcode = 'data_exception'; end $$");
            statement.execute("create or replace trigger poison before insert on contact_fact for each row"
                    + " when (new.record_id = '" + record + "') execute function poison()");
        }
    }
}
