package org.tournee.server.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.document.Document;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Assignments;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Groups;
import org.tournee.sync.Limits;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Documents over real HTTP, PostgreSQL and a real folder, and what goes wrong on the way. Rules: R-DOC, R-SYN, R-SHARE. */
class DocumentUploadTest extends ServerTest {

    private static final byte[] PHOTO = TusPhone.photo(2_500_000);

    @Inject
    ApplicationContext beans;

    @Inject
    DocumentSettings settings;

    @Inject
    DocumentHousekeeping housekeeping;

    private ServiceFixture service;
    private WorkerId referent;
    private DossierId dossier;
    private TusPhone phone;

    @BeforeEach
    void aServiceWithOneDossier() {
        service = new ServiceFixture(beans, server.getURL().toString());
        referent = service.worker(Role.SOCIAL_WORKER);
        dossier = service.dossier(referent);
        phone = new TusPhone(service.phone(referent).pull(), dossier);
    }

    @Test
    void whatWasSentIsHeldForEveryPhoneAndGivenBackByteForByte() {
        RecordId id = phone.describe(PHOTO);
        assertThat(phone.begin(id, PHOTO).statusCode()).isEqualTo(201);

        assertThat(phone.send(id, PHOTO, 0).statusCode()).isEqualTo(204);

        assertThat(phone.offset(id)).isEqualTo(PHOTO.length);
        assertThat(described(phone.phone(), id).isHeld()).isTrue();
        HttpResponse<byte[]> given = phone.content(id);
        assertThat(given.body()).isEqualTo(PHOTO);
        assertThat(given.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(as -> assertThat(as).startsWith("attachment"));
        assertThat(audits("WRITE", id)).isEqualTo(1);
        assertThat(audits("DELIVER", id)).isEqualTo(1);
    }

    @Test
    void aPhoneThatWasCutGoesOnFromWhatItHas() {
        RecordId id = DocumentSample.sent(phone.phone(), dossier, PHOTO);

        HttpResponse<byte[]> middle = phone.content(id, "bytes=1000000-1100000");
        HttpResponse<byte[]> rest = phone.content(id, "bytes=2000000-");

        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.headers().firstValue("Content-Range")).contains("bytes 1000000-1100000/2500000");
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(PHOTO, 1_000_000, 1_100_001));
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(PHOTO, 2_000_000, PHOTO.length));
        assertThat(phone.content(id, "bytes=0-").body())
                .as("no more than a chunk")
                .hasSize(TusPhone.CHUNK);
        assertThat(phone.content(id, "bytes=2500000-").statusCode()).isEqualTo(416);
        assertThat(phone.content(id, "bytes=7-3").body())
                .as("no range: the whole")
                .isEqualTo(PHOTO);
        assertThat(audits("DELIVER", id)).isEqualTo(5);
    }

    @Test
    void nothingOfItIsReadableInTheStore() throws IOException {
        byte[] letter = "Annie Lefèvre doit 840 euros. ".repeat(5_000).getBytes(UTF_8);
        RecordId id = phone.describe(letter);
        phone.begin(id, letter);
        phone.send(id, letter, 0);

        try (Stream<Path> files = Files.walk(Path.of(settings.folder(), service.organisation() + "/" + id))) {
            List<Path> pieces = files.filter(Files::isRegularFile).toList();
            assertThat(pieces).isNotEmpty();
            for (Path piece : pieces) {
                assertThat(new String(Files.readAllBytes(piece), UTF_8)).doesNotContain("Lefèvre", "euros");
            }
        }
    }

    @Test
    void aLostAnswerCostsNothing() {
        RecordId id = phone.describe(PHOTO);
        phone.begin(id, PHOTO);
        phone.chunk(id, 0, Arrays.copyOf(PHOTO, TusPhone.CHUNK));

        assertThat(phone.begin(id, PHOTO).statusCode()).isEqualTo(201);
        HttpResponse<byte[]> again = phone.chunk(id, 0, Arrays.copyOf(PHOTO, TusPhone.CHUNK));

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(TestPhone.text(again)).contains("urn:tournee:offset-conflict");
        assertThat(phone.offset(id)).isEqualTo(TusPhone.CHUNK);
        assertThat(phone.send(id, PHOTO, TusPhone.CHUNK).statusCode()).isEqualTo(204);
    }

    @Test
    void aCutInTheMiddleOfAChunkGoesOnWhereItBroke() throws Exception {
        RecordId id = phone.describe(PHOTO);
        phone.begin(id, PHOTO);

        cutAfter(id, 700_000);

        long offset = awaitOffset(id);
        assertThat(offset).isBetween(64L * 1024, 700_000L);
        assertThat(phone.send(id, PHOTO, (int) offset).statusCode()).isEqualTo(204);
        assertThat(phone.content(id).body()).isEqualTo(PHOTO);
    }

    @Test
    void aChunkThatArrivesDamagedIsSentAgainAlone() {
        RecordId id = phone.describe(PHOTO);
        phone.begin(id, PHOTO);
        phone.chunk(id, 0, Arrays.copyOf(PHOTO, TusPhone.CHUNK));
        byte[] second = Arrays.copyOfRange(PHOTO, TusPhone.CHUNK, 2 * TusPhone.CHUNK);
        byte[] damaged = second.clone();
        damaged[4_711] ^= 1;

        HttpResponse<byte[]> refused = phone.chunk(id, TusPhone.CHUNK, damaged, TusPhone.digest("SHA-1", second));

        assertThat(refused.statusCode()).isEqualTo(460);
        assertThat(TestPhone.text(refused)).contains("urn:tournee:chunk-altered");
        assertThat(phone.offset(id)).isEqualTo(TusPhone.CHUNK);
        assertThat(phone.send(id, PHOTO, TusPhone.CHUNK).statusCode()).isEqualTo(204);
    }

    @Test
    void anAlteredFileIsRefusedWholeAndMayBeginAgain() {
        RecordId id = phone.describe(PHOTO);
        byte[] altered = PHOTO.clone();
        altered[PHOTO.length - 1] ^= 1;
        phone.begin(id, PHOTO);

        HttpResponse<byte[]> refused = phone.send(id, altered, 0);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(TestPhone.text(refused)).contains("urn:tournee:document-altered");
        assertThat(described(phone.phone(), id).isHeld()).isFalse();
        assertThat(phone.content(id).statusCode()).isEqualTo(404);
        assertThat(phone.begin(id, PHOTO).statusCode()).isEqualTo(201);
        assertThat(phone.send(id, PHOTO, 0).statusCode()).isEqualTo(204);
    }

    @Test
    void bytesThatCameBeforeTheirDescriptionAreHeldOnceItComes() {
        byte[] photo = TusPhone.photo(70_000);
        RecordId id = TestPhone.newId();
        phone.begin(id, photo);
        assertThat(phone.send(id, photo, 0).statusCode()).isEqualTo(204);
        assertThat(phone.content(id).statusCode()).isEqualTo(404);

        phone.describe(id, photo);
        housekeeping.endDescribed();

        assertThat(described(phone.phone(), id).isHeld()).isTrue();
        assertThat(phone.content(id).body()).isEqualTo(photo);
    }

    @Test
    void afterAGrantEndedWhatWasTakenInUnderItStillArrives() {
        WorkerId leaving = service.worker(Role.SOCIAL_WORKER);
        DossierId theirs = service.dossier(leaving);
        TusPhone late = new TusPhone(service.phone(leaving).pull(), theirs);
        service.leaveTeam(leaving);
        endTerm(theirs);
        byte[] photo = TusPhone.photo(70_000);
        RecordId id = late.describe(photo);

        assertThat(late.begin(id, photo).statusCode()).isEqualTo(201);
        assertThat(late.send(id, photo, 0).statusCode()).isEqualTo(204);
        RecordId beforeDescription = TestPhone.newId();
        assertThat(late.begin(beforeDescription, photo).statusCode()).isEqualTo(201);
        assertThat(late.begin(TestPhone.newId(), 70_000, TusPhone.sha256(photo), theirs, 99)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aForeignDossierTakesNothingAndTellsNothing() {
        WorkerId stranger = service.worker(Role.SOCIAL_WORKER);
        service.leaveTeam(stranger);
        TusPhone foreign = new TusPhone(service.phone(stranger), dossier);
        RecordId id = phone.describe(PHOTO);
        phone.begin(id, PHOTO);
        phone.send(id, PHOTO, 0);

        HttpResponse<byte[]> refused = foreign.begin(TestPhone.newId(), PHOTO);
        HttpResponse<byte[]> unknown = foreign.begin(
                TestPhone.newId(),
                PHOTO.length,
                TusPhone.sha256(PHOTO),
                new DossierId(TestPhone.newId().value()),
                1);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(unknown.body()).isEqualTo(refused.body());
        assertThat(foreign.head(id).statusCode()).isEqualTo(404);
        assertThat(foreign.chunk(id, 0, new byte[100_000]).statusCode()).isEqualTo(404);
        assertThat(foreign.content(id).statusCode()).isEqualTo(403);
        assertThat(audits("REFUSE", id)).isEqualTo(1);
    }

    @Test
    void anotherFileOfTheSameIdIsRefused() {
        RecordId id = phone.describe(PHOTO);

        HttpResponse<byte[]> refused = phone.begin(id, TusPhone.photo(1_000));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(TestPhone.text(refused)).contains("urn:tournee:document-differs");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItTravels() {
        String sha256 = TusPhone.sha256(PHOTO);

        assertThat(phone.begin(TestPhone.newId(), Limits.DOCUMENT_BYTES + 1L, sha256, dossier, 1)
                        .statusCode())
                .isEqualTo(413);
        RecordId id = phone.describe(PHOTO);
        phone.begin(id, PHOTO);
        assertThat(phone.chunk(id, 0, Arrays.copyOf(PHOTO, TusPhone.CHUNK + 1)).statusCode())
                .isEqualTo(413);
        assertThat(phone.offset(id)).isZero();
    }

    @Test
    void aDescriptionThatClaimsCustodyComesBack() {
        RecordId id = TestPhone.newId();
        Document claimed = TusPhone.describing(PHOTO);
        Groups groups = Groups.of(claimed).with("custody", "{\"held_since\":\"2026-03-10T12:00:00Z\"}");
        phone.phone()
                .save(
                        dossier,
                        new TestPhone.Change(
                                org.tournee.sync.Action.CREATE,
                                RecordKind.DOCUMENT,
                                id,
                                org.tournee.sync.Audience.SERVICE,
                                0,
                                groups.changesSince(Groups.NONE)));

        assertThat(phone.phone().push())
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.RETURNED));
    }

    @Test
    void whereTheStoreRefusesNothingMovedAndThePhoneGoesOnLater() throws IOException {
        RecordId id = phone.describe(PHOTO);
        phone.begin(id, PHOTO);
        Path inTheWay =
                Files.createDirectories(Path.of(settings.folder(), service.organisation() + "/" + id + "/0/full"));

        HttpResponse<byte[]> refused = phone.chunk(id, 0, Arrays.copyOf(PHOTO, TusPhone.CHUNK));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(phone.offset(id)).isZero();
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        assertThat(phone.send(id, PHOTO, 0).statusCode()).isEqualTo(204);
    }

    @Test
    void anAbandonedUploadIsSweptAndMayBeginAgain() {
        RecordId id = phone.describe(PHOTO);
        phone.begin(id, PHOTO);
        phone.chunk(id, 0, Arrays.copyOf(PHOTO, TusPhone.CHUNK));
        assertThat(phone.offset(id)).isEqualTo(TusPhone.CHUNK);

        touchedLongAgo(id);
        housekeeping.sweepAbandoned();

        assertThat(phone.head(id).statusCode()).isEqualTo(404);
        assertThat(Path.of(settings.folder(), service.organisation() + "/" + id))
                .doesNotExist();
        phone.begin(id, PHOTO);
        assertThat(phone.send(id, PHOTO, 0).statusCode()).isEqualTo(204);
    }

    @Test
    void whoeverWasNotSignedInGetsNothing() throws Exception {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(("HEAD /sync/v1/documents/" + TestPhone.newId()
                                    + " HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 401");
        }
    }

    private Document described(TestPhone reader, RecordId id) {
        FeedRow row = reader.pull().row(id);
        return Groups.parse(row.groups()).as(Document.class);
    }

    /** Announces a whole chunk, sends some of it and breaks the connection. */
    private void cutAfter(RecordId id, int bytes) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PATCH /sync/v1/documents/" + id + " HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\n"
                            + "Authorization: Bearer " + phone.phone().token() + "\r\nUpload-Offset: 0\r\n"
                            + "Content-Type: application/offset+octet-stream\r\nContent-Length: " + TusPhone.CHUNK
                            + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(PHOTO, 0, bytes);
            out.flush();
        }
    }

    private long awaitOffset(RecordId id) {
        long end = System.nanoTime() + 20_000_000_000L;
        long offset = phone.offset(id);
        while (offset == 0 && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            offset = phone.offset(id);
        }
        return offset;
    }

    private void endTerm(DossierId of) {
        RecordId term = service.bean(Database.class)
                .read(connection -> Sql.first(
                                connection,
                                "select record_id from referent_fact where org_id = ? and dossier_id = ?",
                                row -> new RecordId(Sql.uuid(row, "record_id")),
                                service.organisation(),
                                of)
                        .orElseThrow());
        service.bean(Assignments.class)
                .end(service.service(), of, term, LocalDate.of(2025, 10, 1), ServiceFixture.NOON);
    }

    private void touchedLongAgo(RecordId id) {
        service.bean(Database.class)
                .write(connection -> Sql.change(
                        connection,
                        "update document_upload set touched_at = touched_at - interval '8 days' where document_id = ?",
                        id));
    }

    private long audits(String act, RecordId id) {
        return service.bean(Database.class).<Long>read(connection -> count(connection, act, id));
    }

    private static Long count(java.sql.Connection connection, String act, RecordId id) throws SQLException {
        return Sql.first(
                        connection,
                        "select count(*) from audit where act = ? and record_id = ?",
                        row -> row.getLong(1),
                        act,
                        id)
                .orElse(0L);
    }
}
