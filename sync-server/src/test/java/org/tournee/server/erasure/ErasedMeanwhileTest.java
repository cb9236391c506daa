package org.tournee.server.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.bilan.ActionItem;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.TestPostgres;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.document.DocumentSample;
import org.tournee.server.duplicate.DossierMerges;
import org.tournee.server.store.Actor;
import org.tournee.sync.Outcome;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What happens to a dossier while it is erased, and what happened to it before. Rules: R-GDPR, R-DUP, R-DOC. */
class ErasedMeanwhileTest extends ServerTest {

    private static final byte[] PHOTO = new byte[200_000];

    static {
        new Random(7).nextBytes(PHOTO);
    }

    @Inject
    ApplicationContext beans;

    @Inject
    Database database;

    @Inject
    EraseDossier erasing;

    @Inject
    DossierMerges merges;

    private ServiceFixture service;
    private WorkerId head;
    private DossierId dossier;
    private DossierId other;
    private TestPhone phone;
    private TestPhone colleague;

    @BeforeEach
    void twoDossiers() {
        service = new ServiceFixture(beans, server.getURL().toString());
        WorkerId referent = service.worker(Role.SOCIAL_WORKER);
        WorkerId second = service.worker(Role.SOCIAL_WORKER);
        head = service.worker(Role.TEAM_HEAD);
        service.head(head);
        dossier = service.dossier(referent);
        other = service.dossier(second);
        phone = service.phone(referent).pull();
        colleague = service.phone(second).pull();
    }

    /** Case E4: neither what would stand nor what would come back to its author slips past. */
    @Test
    void aPushThatWaitsForTheErasureFindsTheDossierGone() {
        phone.save(dossier, TestPhone.create(RecordKind.ACTION_ITEM, TestPhone.newId(), action("Trop tard")));
        phone.save(
                dossier,
                phone.change(RecordKind.ACTION_ITEM, TestPhone.newId(), "task", "{\"what\":\"De personne ici\"}"));

        CompletableFuture<List<Outcome>> answer = database.write(connection -> {
            assertThat(erase(dossier)).isEqualTo(EraseDossier.Result.ERASED);
            CompletableFuture<List<Outcome>> pushed = CompletableFuture.supplyAsync(phone::push);
            assertThat(TestPostgres.somebodyWaits("order by bucket_id for no key update"))
                    .isTrue();
            return pushed;
        });

        assertThat(answer.join()).extracting(Outcome::verdict).containsOnly(Verdict.ERASED);
        assertThat(count("select count(*) from record where dossier_id = ? and octet_length(sealed) > 0", dossier))
                .isZero();
        assertThat(count(
                        "select count(*) from operation_log where dossier_id = ? and octet_length(sealed) > 0",
                        dossier))
                .isZero();
    }

    /** Begun between the decision and its end, it would stay behind and could never be opened. */
    @Test
    void anUploadThatBeginsDuringTheErasureDoesNotOutliveIt() {
        RecordId document = TestPhone.newId();

        CompletableFuture<Integer> answer = database.write(connection -> {
            assertThat(erase(dossier)).isEqualTo(EraseDossier.Result.ERASED);
            CompletableFuture<Integer> begun =
                    CompletableFuture.supplyAsync(() -> DocumentSample.begun(phone, dossier, document, PHOTO));
            assertThat(TestPostgres.somebodyWaits("for key share")).isTrue();
            return begun;
        });

        assertThat(answer.join()).isBetween(400, 599);
        assertThat(count("select count(*) from document_upload where document_id = ?", document))
                .isZero();
    }

    /** Case E7: its connection dies when all is emptied and the key is gone, and nothing of it is left but the answer. */
    @Test
    void anErasureThatIsKilledHalfWayHasErasedNothingAndIsDoneAgain() throws Exception {
        RecordId item = TestPhone.newId();
        phone.save(dossier, TestPhone.create(RecordKind.ACTION_ITEM, item, action("Toujours là")));
        phone.push();

        CompletableFuture<EraseDossier.Result> killed = killedBeforeItsAudit();

        assertThatThrownBy(killed::join).hasRootCauseInstanceOf(SQLException.class);
        assertThat(phone.pull().row(item).groups()).contains("Toujours là");
        phone.save(dossier, TestPhone.create(RecordKind.ACTION_ITEM, TestPhone.newId(), action("Encore")));
        assertThat(phone.push()).extracting(Outcome::verdict).containsOnly(Verdict.APPLIED);
        assertThat(count("select count(*) from erased_dossier where dossier_id = ?", dossier))
                .isZero();

        assertThat(erase(dossier)).isEqualTo(EraseDossier.Result.ERASED);

        assertThat(count("select count(*) from record where dossier_id = ? and octet_length(sealed) > 0", dossier))
                .isZero();
        assertThat(count("select count(*) from sealing_key where owner_id = ?", dossier))
                .isZero();
        assertThat(count("select count(*) from audit where dossier_id = ? and act = 'ERASE'", dossier))
                .isOne();
    }

    /** What an erasure writes last waits for somebody else; then its connection is ended from outside. */
    private CompletableFuture<EraseDossier.Result> killedBeforeItsAudit() throws SQLException {
        try (Connection holder = TestPostgres.connect()) {
            holder.setAutoCommit(false);
            Sql.all(
                    holder,
                    "select chain from audit_chain where org_id = ? for update",
                    row -> row.getString(1),
                    service.organisation());
            CompletableFuture<EraseDossier.Result> erasure = CompletableFuture.supplyAsync(() -> erase(dossier));
            assertThat(TestPostgres.somebodyWaits("order by chain for no key update"))
                    .isTrue();
            Sql.all(
                    holder,
                    "select pg_terminate_backend(pid) from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))",
                    row -> row.getBoolean(1));
            return erasure;
        }
    }

    @Test
    void whoeverIsNotItsHeadIsRefusedAndThatIsWrittenDown() {
        head = service.worker(Role.TEAM_HEAD);

        assertThat(erase(dossier)).isEqualTo(EraseDossier.Result.NOT_ALLOWED);

        assertThat(count("select count(*) from audit where worker_id = ? and act = 'REFUSE'", head))
                .isOne();
    }

    /** Merged, held there, separated again: it is lost with its own dossier, and with no other. */
    @Test
    void aDocumentIsLostWithTheDossierThatItIsOf() {
        UUID merge = merge();
        RecordId document = DocumentSample.sent(colleague, other, PHOTO);
        assertThat(done(merges.undo(service.service(), head, merge, ServiceFixture.NOON)))
                .isEqualTo(merge);

        erase(dossier);
        assertThat(content(document)).isEqualTo(200);

        erase(other);
        assertThat(content(document)).isIn(403, 404);
        assertThat(count("select count(*) from document_upload where document_id = ?", document))
                .isZero();
    }

    @Test
    void aDocumentThatWasMergedIsLostWithWhatItWasMergedInto() {
        RecordId document = DocumentSample.sent(colleague, other, PHOTO);
        merge();
        assertThat(count("select count(*) from document_upload where dossier_id = ?", dossier))
                .isOne();

        assertThat(erase(other)).as("it has no head any more").isEqualTo(EraseDossier.Result.NOT_ALLOWED);
        assertThat(erase(dossier)).isEqualTo(EraseDossier.Result.ERASED);

        assertThat(count("select count(*) from document_upload where document_id = ?", document))
                .isZero();
        assertThat(count("select count(*) from sealing_key where owner_id in (?, ?)", dossier, other))
                .isZero();
        assertThat(merges.standing(service.organisation(), 10)).isEmpty();
    }

    private UUID merge() {
        return done(merges.merge(service.service(), head, dossier, other, Map.of(), ServiceFixture.NOON));
    }

    private static UUID done(DossierMerges.Result result) {
        assertThat(result).isInstanceOf(DossierMerges.Done.class);
        return ((DossierMerges.Done) result).merge();
    }

    private EraseDossier.Result erase(DossierId which) {
        return erasing.erase(
                new Actor(service.organisation(), head, null),
                head,
                which,
                ErasureReason.RETENTION_OVER,
                ServiceFixture.NOON);
    }

    private int content(RecordId document) {
        return colleague.get("/sync/v1/documents/" + document + "/content").statusCode();
    }

    private static ActionItem action(String what) {
        return new ActionItem(
                new ActionItem.Task(what, ActionItem.By.PERSON, ActionItem.Horizon.SHORT, null),
                new ActionItem.Progress(ActionItem.State.TO_DO, null));
    }

    private long count(String sql, Object... parameters) {
        return database.read(connection -> Sql.first(connection, sql, row -> row.getLong(1), parameters))
                .orElseThrow();
    }
}
