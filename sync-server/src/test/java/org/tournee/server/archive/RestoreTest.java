package org.tournee.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.sync.Samples;
import org.tournee.sync.BucketId;
import org.tournee.sync.DossierOpening;
import org.tournee.sync.FeedRow;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Session;

/** A database that was set back comes to where its archive is: nothing is lost, nothing is there twice. Rule: R-SYN. */
class RestoreTest {

    @TempDir
    Path folder;

    private ArchivedServer server;
    private ServiceFixture service;
    private WorkerId referent;
    private DossierId dossier;
    private TestPhone phone;

    @BeforeEach
    void aServiceWithAnArchive() {
        server = new ArchivedServer(folder);
        service = new ServiceFixture(server.beans(), server.address());
        referent = service.worker(Role.SOCIAL_WORKER);
        dossier = service.dossier(referent);
        phone = service.phone(referent).pull();
        saveContact(phone, dossier);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsSavedBecomesDurableSoonAfterItIsHeld() {
        saveContact(phone, dossier);

        ArchivedServer.await(() -> phone.session().durableOpSeq() == 2);

        assertThat(phone.session().lastOpSeq()).isEqualTo(2);
    }

    @Test
    void anOlderCopyOfTheDatabaseComesBackWithEverythingThatWasArchived() {
        server.awaitArchived();
        String epoch = phone.epoch();
        server.stop();
        server.backUp();
        restart();
        saveContact(phone, dossier);
        WorkerId replacement = service.worker(Role.SOCIAL_WORKER);
        service.assign(dossier, replacement, org.tournee.dossier.ReferentRole.REPLACEMENT);
        DossierId opened = service.dossier(replacement);
        TestPhone second = service.phone(replacement).pull();
        saveContact(second, opened);
        saveContact(second, dossier);
        server.awaitArchived();
        long records = server.count("select count(*) from record");
        long grants = server.count("select count(*) from bucket_grant");
        server.stop();
        server.restore();

        restart();

        assertThat(phone.epoch()).isNotEqualTo(epoch);
        assertThat(session(phone)).containsExactly(2L, 2L);
        assertThat(session(second)).containsExactly(2L, 2L);
        assertThat(server.count("select count(*) from operation_log")).isEqualTo(4);
        assertThat(server.count("select count(*) from operation_log where verdict <> 'APPLIED'"))
                .isZero();
        assertThat(server.count("select count(*) from record")).isEqualTo(records);
        assertThat(server.count("select count(*) from bucket_grant")).isEqualTo(grants);
        assertThat(server.count("select count(*) from stream_gap")).isZero();
        assertThat(service.phone(replacement).pull().ofKind(RecordKind.CONTACT)).hasSize(4);
    }

    @Test
    void aDossierThatAPhoneOpenedComesBackUnderTheSameRecords() {
        server.awaitArchived();
        server.stop();
        server.backUp();
        restart();
        DossierId opened = new DossierId(UUID.randomUUID());
        phone.save(
                opened,
                TestPhone.create(
                        RecordKind.DOSSIER, DossierOpening.recordOf(opened), ServiceFixture.household("Moreau", "")));
        phone.push();
        saveContact(phone, opened);
        WorkerId replacement = service.worker(Role.SOCIAL_WORKER);
        service.assign(opened, replacement, org.tournee.dossier.ReferentRole.REPLACEMENT);
        server.awaitArchived();
        Map<RecordId, FeedRow> before = service.phone(replacement).pull().store();
        long grants = server.count("select count(*) from bucket_grant");
        server.stop();
        server.restore();

        restart();

        Map<RecordId, FeedRow> after = service.phone(replacement).pull().store();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((id, row) -> assertThat(after.get(id).groups()).isEqualTo(row.groups()));
        assertThat(server.count("select count(*) from bucket_grant")).isEqualTo(grants);
        assertThat(server.count("select count(*) from operation_log where verdict <> 'APPLIED'"))
                .isZero();
        saveContact(phone, opened);
        ArchivedServer.await(() -> phone.session().durableOpSeq() == 4);
    }

    @Test
    void aRestoredServiceThatStartsAgainReplaysNothingAndKeepsItsEpoch() {
        server.awaitArchived();
        server.stop();
        server.backUp();
        restart();
        saveContact(phone, dossier);
        server.awaitArchived();
        server.stop();
        server.restore();
        restart();
        String epoch = phone.epoch();
        server.stop();

        restart();

        assertThat(phone.epoch()).isEqualTo(epoch);
        assertThat(server.count("select count(*) from operation_log")).isEqualTo(2);
    }

    @Test
    void anArchivistKilledBeforeItsCommitArchivesTheSameAgainAndAReplayKnowsIt() {
        server.awaitArchived();
        server.stop();
        server.backUp();
        restart();
        saveContact(phone, dossier);
        server.awaitArchived();
        forgetThatItIsArchived();
        server.awaitArchived();
        server.stop();
        server.restore();

        restart();

        assertThat(server.count("select count(*) from operation_log")).isEqualTo(2);
        assertThat(server.count("select count(*) from record where kind = 'contact'"))
                .isEqualTo(2);
    }

    @Test
    void whatWasCommittedAndNotYetArchivedIsArchivedAfterTheNextStart() {
        server.awaitArchived();
        server.stop();
        restart();
        forgetThatItIsArchived();
        server.stop();

        restart();
        server.awaitArchived();

        assertThat(phone.session().durableOpSeq()).isEqualTo(1);
    }

    @Test
    void aPhoneFetchesEverythingAgainUnderTheNewEpoch() {
        server.awaitArchived();
        server.stop();
        server.backUp();
        restart();
        saveContact(phone, dossier);
        String epoch = phone.epoch();
        long head = phone.ask(null, null).manifest().buckets().stream()
                .filter(bucket -> bucket.bucket().equals(BucketId.service(dossier)))
                .findFirst()
                .orElseThrow()
                .head();
        server.stop();
        server.restore();
        deleteArchive();

        restart();
        TestPhone.Pulled pulled =
                phone.askAs(epoch, null, Map.of(BucketId.service(dossier).value(), head));

        assertThat(pulled.manifest().epoch())
                .as("a cursor above the head shows what the archive could not")
                .isNotEqualTo(epoch);
    }

    @Test
    void whoeverDeclaresARestoreGetsANewEpochWithoutARestart() {
        server.awaitArchived();
        String epoch = phone.epoch();

        server.beans().getBean(Database.class).write(connection -> {
            Sql.first(connection, "select declare_restored()", row -> true);
            return null;
        });

        ArchivedServer.await(() -> !phone.epoch().equals(epoch));
        ArchivedServer.await(() -> server.beans().getBean(ServiceGate.class).isOpen());
        assertThat(session(phone)).containsExactly(1L, 1L);
    }

    @Test
    void whatTheArchiveHasUnderANumberThatWasUsedAgainIsKeptAsEvidence() throws Exception {
        server.awaitArchived();
        server.stop();
        server.backUp();
        restart();
        phone.save(dossier, TestPhone.create(RecordKind.CONTACT, TestPhone.newId(), Samples.contact(dossier)));
        byte[] said = phone.outbox().getFirst().clone();
        phone.push();
        server.awaitArchived();
        server.stop();
        server.restore();
        Files.move(folder.resolve("archive"), folder.resolve("away"));
        restart();
        phone.outbox().add(saidByACopy(said));
        phone.push();
        server.stop();
        deleteArchive();
        Files.move(folder.resolve("away"), folder.resolve("archive"));
        restart();

        assertThat(server.count("select count(*) from fork_evidence where hash = ?", OperationBytes.hash(said)))
                .isEqualTo(1);
        assertThat(server.count("select count(*) from stream where state = 'FROZEN'"))
                .isEqualTo(1);
        assertThat(server.count("select count(*) from operation_log where hash = ?", OperationBytes.hash(said)))
                .isZero();
    }

    /** The same number after the same predecessor, in other words. */
    private static byte[] saidByACopy(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        return text.replaceFirst("\"salt\":\"[^\"]{4}", "\"salt\":\"AAAA").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anArchiveHoldsNoWordInClear() throws Exception {
        server.awaitArchived();

        try (var files = Files.walk(folder.resolve("archive"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain("Lef", "Civray", "Moreau", "Bail");
            }
        }
    }

    private void restart() {
        server.start();
        service.movedTo(server.beans(), server.address());
    }

    private static void saveContact(TestPhone phone, DossierId dossier) {
        phone.save(dossier, TestPhone.create(RecordKind.CONTACT, TestPhone.newId(), Samples.contact(dossier)));
        assertThat(phone.push()).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.APPLIED);
    }

    private static List<Long> session(TestPhone of) {
        Session session = of.session();
        return List.of(session.lastOpSeq(), session.durableOpSeq());
    }

    /** As if the archivist had died after the append and before its commit. */
    private void forgetThatItIsArchived() {
        server.beans().getBean(Database.class).write(connection -> {
            Sql.change(connection, "delete from durable_stream");
            return null;
        });
    }

    private void deleteArchive() {
        ArchivedServer.delete(folder.resolve("archive"));
    }
}
