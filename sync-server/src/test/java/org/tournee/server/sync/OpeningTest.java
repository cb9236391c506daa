package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.profile.ShippedProfile;
import org.tournee.request.Request;
import org.tournee.segment.Segment;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.ReferenceData;
import org.tournee.sync.DossierOpening;
import org.tournee.sync.Limits;
import org.tournee.sync.Outcome;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;

/** Dossiers that were opened on a phone, with no network. Rules: R-REQ, R-OFF, R-REF, R-SHARE. */
class OpeningTest extends SyncTest {

    private final DossierId opened = new DossierId(UUID.randomUUID());

    @Test
    void itIsOpenWithWhoOpenedItAndWhatWasWrittenInItWaitsForNobody() {
        publish(ShippedProfile.VIENNE);
        phone.clockAt(Instant.parse("2031-01-01T00:00:00Z"));
        phone.save(opened, opening("Moreau")).save(opened, contactOf(opened));

        assertThat(phone.push()).extracting(Outcome::verdict).containsOnly(Verdict.APPLIED);

        DossierContents contents = phone.pull().contents(opened);
        ReferentTerm.Term term = contents.referentTerms().get(0).value().term();
        assertThat(term.worker()).isEqualTo(referent);
        assertThat(term.role()).isEqualTo(ReferentRole.REFERENT);
        assertThat(term.from()).isEqualTo(today());
        assertThat(contents.stays())
                .singleElement()
                .satisfies(stay -> assertThat(stay.value().span().segment()).isEqualTo(Segment.INTAKE_1));
        assertThat(contents.dossier().value().status().openedOn()).isEqualTo(today());
        assertThat(contents.persons()).hasSize(1);
        assertThat(contents.requests()).hasSize(1);
        assertThat(contents.contacts()).hasSize(1);
        assertThat(count("select count(*) from audit where org_id = ? and act = 'OPEN' and dossier_id = ?", id(opened)))
                .isEqualTo(1);
        assertThat(count("select count(*) from operation_log where org_id = ? and key_owner = ?", id(opened)))
                .isEqualTo(4);
    }

    @Test
    void itIsNobodyElsesUntilSomebodyElseAnswersForIt() {
        TestPhone colleague = service.phone(service.worker(Role.SOCIAL_WORKER));
        phone.save(opened, opening("Moreau")).push();

        assertThat(colleague.pull().row(DossierOpening.recordOf(opened))).isNull();

        service.assign(opened, colleague.worker(), ReferentRole.REPLACEMENT);
        assertThat(colleague.pull().contents(opened).persons()).hasSize(1);
    }

    @Test
    void withoutSegmentsThereIsNoStay() {
        publish(ShippedProfile.SANS_SEGMENTS);
        phone.save(opened, opening("Moreau")).push();

        assertThat(phone.pull().contents(opened).stays()).isEmpty();
    }

    @Test
    void whatIsWrittenBeforeThePhoneHearsOfItIsTakenFromWhoDoesNotAnswerForItAnyMore() {
        phone.save(opened, opening("Moreau")).push();
        endAllTerms();
        phone.save(opened, contactOf(opened));

        assertThat(phone.push()).extracting(Outcome::verdict).containsExactly(Verdict.APPLIED);
    }

    @Test
    void whoWorksInNoFieldRoleOpensNoneAndEverythingComesBack() {
        TestPhone direction = service.phone(service.worker(Role.DIRECTION));
        direction.save(opened, opening("Moreau")).save(opened, contactOf(opened));

        List<Outcome> outcomes = direction.push();

        assertThat(outcomes)
                .extracting(Outcome::reason)
                .containsExactly(
                        ReturnReason.NOT_ALLOWED,
                        ReturnReason.DEPENDS_ON,
                        ReturnReason.DEPENDS_ON,
                        ReturnReason.DEPENDS_ON);
        assertNothingIsThere();
    }

    @Test
    void whoIsOfNoTeamOpensNone() {
        service.leaveTeam(referent);
        phone.save(opened, opening("Moreau"));

        assertThat(phone.push().get(0).reason()).isEqualTo(ReturnReason.NOT_ALLOWED);
        assertNothingIsThere();
    }

    @Test
    void aPhoneThatIsFullOpensNone() {
        service.bean(Database.class)
                .write(connection -> Sql.change(
                        connection, """
                        insert into bucket_grant (org_id, worker_id, bucket_id, grant_epoch, granted_at)
                        select ?, ?, 'd/' || gen_random_uuid() || '/s', 1, now() from generate_series(2, ?)""", service.organisation().value(), referent.value(), Limits.DOSSIERS_PER_WORKER));
        phone.save(opened, opening("Moreau"));

        assertThat(phone.push().get(0).reason()).isEqualTo(ReturnReason.NOT_ALLOWED);
        assertNothingIsThere();
    }

    @Test
    void oneThatBreaksARuleComesBackAndIsOpenedOnceItIsCorrected() {
        phone.save(opened, opening(" ")).save(opened, contactOf(opened));
        assertThat(phone.push())
                .extracting(Outcome::reason)
                .containsExactly(
                        ReturnReason.INVALID,
                        ReturnReason.DEPENDS_ON,
                        ReturnReason.DEPENDS_ON,
                        ReturnReason.DEPENDS_ON);
        phone.save(opened, contactOf(opened));
        assertThat(phone.push()).extracting(Outcome::reason).containsExactly(ReturnReason.DEPENDS_ON);
        assertNothingIsThere();

        phone.save(opened, opening("Moreau")).save(opened, contactOf(opened));

        assertThat(phone.push()).extracting(Outcome::verdict).containsOnly(Verdict.APPLIED);
        assertThat(phone.pull().contents(opened).contacts()).hasSize(1);
    }

    @Test
    void theIdOfAnythingElseOpensNothing() {
        WorkerId colleague = service.worker(Role.SOCIAL_WORKER);
        DossierId others = service.dossier(colleague);
        DossierId workersId = new DossierId(colleague.value());
        DossierId personsId = new DossierId(ServiceFixture.adultOf(dossier).value());
        phone.save(others, dossierRecord(others, "Moreau"))
                .save(workersId, dossierRecord(workersId, "Moreau"))
                .save(personsId, dossierRecord(personsId, "Moreau"));

        assertThat(phone.push()).extracting(Outcome::reason).containsOnly(ReturnReason.COMMAND_ONLY);
        assertThat(count("select count(*) from referent_fact where org_id = ? and worker_id = ?", referent.value()))
                .isEqualTo(1);
    }

    @Test
    void aDossiersRecordBearsItsDossiersIdAlone() {
        phone.save(
                dossier,
                TestPhone.create(
                        RecordKind.DOSSIER, TestPhone.newId(), ServiceFixture.household("Moreau", "2 rue Neuve")));

        assertThat(phone.push()).extracting(Outcome::reason).containsExactly(ReturnReason.COMMAND_ONLY);
    }

    private TestPhone.Change[] opening(String name) {
        return new TestPhone.Change[] {
            dossierRecord(opened, name),
            TestPhone.create(
                    RecordKind.PERSON,
                    TestPhone.newId(),
                    new Person(
                            new Person.Identity("Moreau", "Alex", null),
                            new Person.Membership(HouseholdRole.ADULT),
                            null)),
            TestPhone.create(
                    RecordKind.REQUEST,
                    TestPhone.newId(),
                    new Request(
                            new Request.Demand(
                                    Request.Origin.PERSON,
                                    Request.Urgency.SOON,
                                    Topic.HOUSING,
                                    LocalDate.of(2026, 3, 9),
                                    "Dort dans sa voiture"),
                            new Request.Handling(null, null, null, null, null, null)))
        };
    }

    private static TestPhone.Change dossierRecord(DossierId id, String name) {
        Dossier dossier = ServiceFixture.household(name, "");
        return TestPhone.create(RecordKind.DOSSIER, DossierOpening.recordOf(id), dossier);
    }

    private static TestPhone.Change contactOf(DossierId dossier) {
        return TestPhone.create(RecordKind.CONTACT, TestPhone.newId(), Samples.contact(dossier));
    }

    private void publish(ShippedProfile profile) {
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), profile.profile()),
                        ServiceFixture.NOON);
    }

    /** As if they had ended long ago: it is the grant that was held once which counts. */
    private void endAllTerms() {
        service.bean(Database.class).write(connection -> {
            Sql.change(
                    connection,
                    "update bucket_grant set ended_at = now() where org_id = ? and worker_id = ?",
                    service.organisation().value(),
                    referent.value());
            return Sql.change(
                    connection,
                    "update referent_fact set until_day = from_day where org_id = ? and worker_id = ?",
                    service.organisation().value(),
                    referent.value());
        });
    }

    private void assertNothingIsThere() {
        assertThat(count(
                        "select count(*) from record where org_id = ? and dossier_id = ? and kind <> 'returned_change'",
                        id(opened)))
                .isZero();
        assertThat(count(
                        "select count(*) from bucket_grant where org_id = ? and bucket_id like 'd/' || ? || '%'",
                        opened.toString()))
                .isZero();
    }

    private LocalDate today() {
        return LocalDate.now(java.time.ZoneId.of("Europe/Paris"));
    }

    private static UUID id(DossierId dossier) {
        return dossier.value();
    }
}
