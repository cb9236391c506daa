package org.tournee.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.store.DoorKeys;
import org.tournee.server.sync.Samples;
import org.tournee.server.sync.SealingPhone;
import org.tournee.sync.DoorAnswer;
import org.tournee.sync.HeldAnswer;
import org.tournee.sync.HeldRequest;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/** No answer calls durable what the archive does not hold yet: a phone would let go of it. Rule: R-SYN. */
class DurableTest {

    @TempDir
    Path folder;

    private ArchivedServer server;
    private SealingPhone sealing;
    private TestPhone phone;
    private DossierId dossier;
    private Connection holding;

    @BeforeEach
    void anArchiveThatCannotGoOn() throws Exception {
        server = new ArchivedServer(folder);
        ServiceFixture service = new ServiceFixture(server.beans(), server.address());
        WorkerId referent = service.worker(Role.SOCIAL_WORKER);
        dossier = service.dossier(referent);
        sealing = new SealingPhone(
                server.address(),
                service.organisation(),
                service.bean(DoorKeys.class).current(service.organisation()));
        phone = service.phone(referent, sealing.publicKey()).pull();
        server.awaitArchived();
        holding = server.connection();
        holding.setAutoCommit(false);
        try (Statement statement = holding.createStatement()) {
            statement.execute("lock table durable_stream in share row exclusive mode");
        }
    }

    @AfterEach
    void stop() throws Exception {
        holding.close();
        server.close();
    }

    @Test
    void neitherTheDoorNorASessionNorAProofCallDurableWhatTheArchiveLacks() throws Exception {
        phone.save(dossier, TestPhone.create(RecordKind.CONTACT, TestPhone.newId(), Samples.contact(dossier)));
        byte[] saved = phone.outbox().get(0);

        DoorAnswer delivered = Wire.read(
                DoorAnswer.class,
                sealing.deliver(phone.stream(), sealing.seal(phone.stream(), 1, List.of(saved)))
                        .body());

        assertThat(delivered.outcomes()).hasSize(1);
        assertThat(delivered.durableOpSeq()).isZero();
        assertThat(phone.session().lastOpSeq()).isEqualTo(1);
        assertThat(phone.session().durableOpSeq()).isZero();
        assertThat(proof(saved).held()).hasSize(1);
        assertThat(proof(saved).durableOpSeq()).isZero();

        holding.rollback();
        ArchivedServer.await(() -> phone.session().durableOpSeq() == 1);

        assertThat(proof(saved).durableOpSeq()).isEqualTo(1);
    }

    private HeldAnswer proof(byte[] saved) {
        HeldRequest request =
                new HeldRequest(phone.stream(), List.of(new HeldRequest.Claim(1, OperationBytes.hash(saved))));
        return Wire.read(
                HeldAnswer.class,
                phone.post(
                                "/sync/v1/held",
                                "application/json",
                                Wire.json(request).getBytes(StandardCharsets.UTF_8),
                                Map.of())
                        .body());
    }
}
