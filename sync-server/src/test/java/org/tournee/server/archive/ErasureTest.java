package org.tournee.server.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tournee.bilan.ActionItem;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.document.DocumentSample;
import org.tournee.server.erasure.EraseDossier;
import org.tournee.server.erasure.ErasureReason;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Keyring;
import org.tournee.server.store.Streams;
import org.tournee.sync.Acknowledgement;
import org.tournee.sync.Manifest;
import org.tournee.sync.Outcome;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;
import org.tournee.sync.Withdrawal;

/** A dossier whose key is destroyed is read by nobody any more, not even after a restore. Rules: R-GDPR, R-SYN. */
class ErasureTest {

    private static final String MARKER = "Quittances-de-la-rue-des-Tanneurs";

    @TempDir
    Path folder;

    private ArchivedServer server;
    private ServiceFixture service;
    private WorkerId referent;
    private WorkerId head;
    private DossierId dossier;
    private DossierId other;
    private TestPhone phone;

    @BeforeEach
    void twoDossiersOfWhichOneIsToGo() {
        server = new ArchivedServer(folder);
        service = new ServiceFixture(server.beans(), server.address());
        referent = service.worker(Role.SOCIAL_WORKER);
        head = service.worker(Role.TEAM_HEAD);
        service.head(head);
        dossier = service.dossier(referent);
        other = service.dossier(referent);
        phone = service.phone(referent).pull();
        save(dossier, MARKER);
        phone.push();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void e1NothingOfItCanBeReadAnyMore() throws IOException {
        save(dossier, " ");
        phone.push(); // comes back, and waits in its author's own bucket
        DocumentSample.sent(phone, dossier, MARKER.repeat(5_000).getBytes(UTF_8));
        assertThat(of("document_upload", "dossier_id")).isOne();
        server.awaitArchived();
        assertThat(keyFile()).exists();

        assertThat(erase()).isEqualTo(EraseDossier.Result.ERASED);
        server.awaitArchived();

        assertThat(keyFile()).doesNotExist();
        assertThat(of("sealing_key", "owner_id")).isZero();
        assertThat(server.count(
                        "select count(*) from record where dossier_id = ? and (not deleted or octet_length(sealed) > 0)",
                        dossier))
                .isZero();
        for (String facts : List.of("contact_fact", "dossier_fact", "person_fact", "referent_fact", "stay_fact")) {
            assertThat(of(facts, "dossier_id")).as(facts).isZero();
        }
        assertThat(of("open_return", "dossier_id")).isZero();
        assertThat(of("person_key", "dossier_id")).isZero();
        assertThat(of("document_upload", "dossier_id")).isZero();
        assertThat(of("dossier_fact", "dossier_id", other)).isOne();
        assertThat(server.count("select count(*) from audit where act = 'ERASE'"))
                .isEqualTo(2);
        assertThat(textsOfTheDatabase()).noneMatch(text -> text.contains(MARKER));
        assertNoFileHas(MARKER);
    }

    @Test
    void e2PhonesGiveItBackAndTheMarkerStaysUntilTheLastOneDid() {
        TestPhone second = service.phone(referent).pull();
        erase();

        Manifest manifest = phone.ask(null, null).manifest();
        assertThat(manifest.buckets())
                .noneMatch(bucket ->
                        bucket.bucket().dossier().filter(dossier::equals).isPresent());
        assertThat(manifest.withdrawn()).isNotEmpty().allMatch(Withdrawal::isErased);
        assertThat(owed()).isEqualTo(2);

        String said = Wire.json(new Acknowledgement(phone.stream(), manifest.withdrawn()));
        assertThat(phone.post("/sync/v1/withdrawals", "application/json", said.getBytes(UTF_8), Map.of())
                        .statusCode())
                .isEqualTo(204);
        assertThat(owed()).isEqualTo(1);
        assertThat(second.ask(null, null).manifest().withdrawn()).isNotEmpty();
        service.bean(Streams.class)
                .revoke(new Actor(service.organisation(), head, null), second.stream(), ServiceFixture.NOON);
        assertThat(owed()).isZero();
    }

    @Test
    void e4WhatComesLateKeepsItsPlaceAndNothingElse() {
        save(dossier, MARKER);
        save(other, "Autre chose");
        erase();

        List<Outcome> outcomes = phone.push();

        assertThat(outcomes).extracting(Outcome::verdict).containsExactly(Verdict.ERASED, Verdict.APPLIED);
        assertThat(server.count("select count(*) from operation_log where op_seq = 2 and octet_length(sealed) = 0"))
                .isOne();
        assertThat(phone.pull().ofKind(RecordKind.RETURNED_CHANGE)).isEmpty();
        assertThat(phone.ofKind(RecordKind.ACTION_ITEM).stream().filter(row -> !row.deleted()))
                .hasSize(1);
    }

    @Test
    void e6ARestoreErasesItAgain() {
        server.awaitArchived();
        server.stop();
        server.backUp();
        restart();
        save(dossier, "Après la sauvegarde");
        phone.push();
        erase();
        server.awaitArchived();
        server.stop();
        server.restore();
        restart();

        assertThat(of("sealing_key", "owner_id")).isZero();
        assertThat(of("erased_dossier", "dossier_id")).isOne();
        assertThat(of("contact_fact", "dossier_id")).isZero();
        assertThat(server.count("select count(*) from record where dossier_id = ? and not deleted", dossier))
                .isZero();
        assertThat(server.count("select count(*) from operation_log where key_owner = ?", dossier))
                .as("sealed under a key that is no more, they keep their place")
                .isEqualTo(2);
        save(dossier, MARKER);
        save(other, "Autre chose");
        assertThat(phone.push()).extracting(Outcome::verdict).containsExactly(Verdict.ERASED, Verdict.APPLIED);
        assertThat(phone.ask(null, null).manifest().withdrawn()).isNotEmpty().allMatch(Withdrawal::isErased);
    }

    @Test
    void e5ASecondInstanceTakesNothingMoreAndLetsGoOfTheKey() {
        try (ApplicationContext second = server.anotherInstance();
                EmbeddedServer itsServer = second.getBean(EmbeddedServer.class).start()) {
            assertThat(keys(second)).isOne();
            save(dossier, MARKER);

            erase();

            assertThat(phone.servedBy(itsServer.getURL().toString()).push())
                    .extracting(Outcome::verdict)
                    .containsExactly(Verdict.ERASED);
            assertThat(keys(second)).as("a push asked").isZero();
            letGoOfDestroyedKeys(server.beans());
            assertThat(keys(server.beans())).isZero();
        }
    }

    /** As each instance does every minute. */
    private static void letGoOfDestroyedKeys(ApplicationContext beans) {
        beans.getBean(Database.class).read(connection -> {
            beans.getBean(Keyring.class).forgetDestroyed(connection);
            return null;
        });
    }

    @Test
    void onlyTheHeadErases() {
        EraseDossier erasing = service.bean(EraseDossier.class);
        for (WorkerId worker :
                List.of(referent, service.worker(Role.BACK_OFFICE), service.worker(Role.ADMINISTRATOR))) {
            assertThat(erasing.erase(
                            new Actor(service.organisation(), worker, null),
                            worker,
                            dossier,
                            ErasureReason.ORDERED,
                            ServiceFixture.NOON))
                    .isEqualTo(EraseDossier.Result.NOT_ALLOWED);
        }
        assertThat(of("sealing_key", "owner_id")).isOne();
    }

    private EraseDossier.Result erase() {
        return service.bean(EraseDossier.class)
                .erase(
                        new Actor(service.organisation(), head, null),
                        head,
                        dossier,
                        ErasureReason.RETENTION_OVER,
                        ServiceFixture.NOON);
    }

    private void save(DossierId in, String what) {
        ActionItem action = new ActionItem(
                new ActionItem.Task(what, ActionItem.By.PERSON, ActionItem.Horizon.SHORT, null),
                new ActionItem.Progress(ActionItem.State.TO_DO, null));
        phone.save(in, TestPhone.create(RecordKind.ACTION_ITEM, TestPhone.newId(), action));
    }

    private int keys(ApplicationContext beans) {
        return beans.getBean(Database.class)
                .read(connection -> beans.getBean(Keyring.class)
                        .find(connection, service.organisation(), Set.of(dossier.value()))
                        .size());
    }

    private long of(String table, String column) {
        return of(table, column, dossier);
    }

    private long of(String table, String column, DossierId id) {
        return server.count("select count(*) from " + table + " where " + column + " = ?", id);
    }

    private long owed() {
        return server.count("""
                select count(distinct w.stream_id) from withdrawal w
                join stream s on s.org_id = w.org_id and s.stream_id = w.stream_id
                where w.ended_at is null and s.state <> 'REVOKED'""");
    }

    private Path keyFile() {
        return folder.resolve("archive")
                .resolve("keys")
                .resolve(service.organisation().toString())
                .resolve(dossier.toString());
    }

    /** Every row of every table, as text. */
    private List<String> textsOfTheDatabase() {
        return server.beans().getBean(Database.class).read(connection -> {
            List<String> tables = Sql.all(
                    connection,
                    "select relname from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace",
                    row -> row.getString(1));
            List<String> texts = new ArrayList<>();
            for (String table : tables) {
                texts.addAll(Sql.all(connection, "select t::text from " + table + " t", row -> row.getString(1)));
            }
            return texts;
        });
    }

    private void assertNoFileHas(String marker) throws IOException {
        for (String kept : List.of("archive", "documents")) {
            Path directory = folder.resolve(kept);
            try (Stream<Path> all = Files.exists(directory) ? Files.walk(directory) : Stream.empty()) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    assertThat(new String(Files.readAllBytes(file), ISO_8859_1)).doesNotContain(marker);
                }
            }
        }
    }

    private void restart() {
        server.start();
        service.movedTo(server.beans(), server.address());
    }
}
