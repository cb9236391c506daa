package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.TestPostgres;
import org.tournee.server.store.Assignments;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.Groups;
import org.tournee.sync.Manifest;
import org.tournee.sync.ManifestParts;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.PullRequest;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/** A phone gets what its worker is entitled to, all of it, and nothing else. Rules: R-SYN, R-SHARE, R-AUD. */
class PullTest extends SyncTest {

    @Test
    void anAnswerComesInZstdToWhoeverCanReadItAndInGzipToOthers() throws IOException {
        for (int number = 0; number < 8; number++) {
            phone.save(dossier, contact(TestPhone.newId()));
        }
        phone.push();
        byte[] request = Wire.json(new PullRequest(
                        phone.stream(),
                        phone.epoch(),
                        null,
                        null,
                        Map.of(BucketId.service(dossier).value(), 0L),
                        Operation.SCHEMA))
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> plain = phone.post("/sync/v1/pull", "application/json", request, Map.of());
        HttpResponse<byte[]> zstd =
                phone.post("/sync/v1/pull", "application/json", request, Map.of("Accept-Encoding", "zstd, gzip"));
        HttpResponse<byte[]> gzip =
                phone.post("/sync/v1/pull", "application/json", request, Map.of("Accept-Encoding", "gzip"));

        assertThat(zstd.headers().firstValue("Content-Encoding")).contains("zstd");
        assertThat(gzip.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(zstd.body().length).isLessThan(plain.body().length / 3);
        assertThat(rows(new ZstdInputStream(new ByteArrayInputStream(zstd.body()))))
                .isEqualTo(rows(new GZIPInputStream(new ByteArrayInputStream(gzip.body()))))
                .isEqualTo(rows(new ByteArrayInputStream(plain.body())));
    }

    /** Without the manifest, which tells the time. */
    private static String rows(InputStream clear) throws IOException {
        try (clear) {
            String all = new String(clear.readAllBytes(), StandardCharsets.UTF_8);
            return all.substring(all.indexOf('\n'));
        }
    }

    @Test
    void theManifestNamesTheBucketsGrantedReferenceFirst() {
        List<GrantedBucket> buckets = phone.ask(null, null).manifest().buckets();

        assertThat(buckets)
                .extracting(GrantedBucket::bucket)
                .containsExactly(BucketId.REFERENCE, BucketId.worker(referent), BucketId.service(dossier));
    }

    @Test
    void whatIsDueSoonIsDeliveredFirst() {
        DossierId calm = service.dossier(referent);
        DossierId urgent = service.dossier(referent);
        String soon = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(3).toString();
        phone.pull().save(urgent, TestPhone.create(RecordKind.ACTION_ITEM, TestPhone.newId(), Samples.actionDue(soon)));
        phone.push();

        List<BucketId> order = phone.ask(null, null).manifest().buckets().stream()
                .map(GrantedBucket::bucket)
                .toList();

        assertThat(order.subList(2, 5))
                .startsWith(BucketId.service(urgent))
                .contains(BucketId.service(calm), BucketId.service(dossier));
    }

    @Test
    void anUnchangedDigestAnswersWithTheManifestAlone() {
        Manifest before = phone.ask(null, null).manifest();

        Manifest same = phone.ask(before.digest(), null).manifest();
        phone.save(dossier, contact(TestPhone.newId())).push();
        Manifest changed = phone.ask(before.digest(), null).manifest();

        assertThat(same.unchanged()).isTrue();
        assertThat(same.buckets()).isEmpty();
        assertThat(changed.unchanged()).isFalse();
        assertThat(changed.digest()).isNotEqualTo(before.digest());
    }

    @Test
    void aPhoneThatTellsWhatItHoldsHearsOfThePartsAloneThatDiffer() {
        for (int number = 0; number < 12; number++) {
            service.dossier(referent);
        }
        Manifest before = phone.ask(null, null).manifest();
        phone.save(dossier, contact(TestPhone.newId())).push();

        Manifest delta = askWith(phone.epoch(), before);

        BucketId moved = BucketId.service(dossier);
        assertThat(delta.parts()).containsExactly(ManifestParts.of(moved));
        assertThat(delta.buckets()).extracting(GrantedBucket::bucket).contains(moved);
        assertThat(delta.buckets().size()).isLessThan(before.buckets().size());
        assertThat(delta.digest()).isEqualTo(phone.ask(null, null).manifest().digest());
    }

    /** The same positions may stand for something else in another epoch. */
    @Test
    void whatWasHeldInAnotherEpochSaysNothing() {
        Manifest before = phone.ask(null, null).manifest();

        Manifest whole = askWith("another", before);

        assertThat(whole.parts()).isNull();
        assertThat(whole.buckets()).hasSameSizeAs(before.buckets());
    }

    private Manifest askWith(String epoch, Manifest held) {
        ManifestParts parts = new ManifestParts();
        held.buckets().forEach(bucket -> parts.add(bucket.bucket(), bucket.head(), bucket.grantEpoch()));
        PullRequest request = new PullRequest(phone.stream(), epoch, null, parts.digests(), null, Operation.SCHEMA);
        HttpResponse<byte[]> response = phone.post(
                "/sync/v1/pull", "application/json", Wire.json(request).getBytes(StandardCharsets.UTF_8), Map.of());
        return Wire.read(Manifest.class, TestPhone.text(response).strip());
    }

    @Test
    void aBucketThatIsNotGrantedIsAbsentAndAskingForItIsAudited() {
        DossierId foreign = service.dossier(service.worker(Role.SOCIAL_WORKER));
        String bucket = BucketId.service(foreign).value();

        TestPhone.Pulled pulled = phone.ask(null, Map.of(bucket, 0L));

        assertThat(pulled.rows()).isEmpty();
        assertThat(pulled.end().upto()).isEmpty();
        assertThat(pulled.manifest().buckets())
                .extracting(b -> b.bucket().value())
                .doesNotContain(bucket);
        assertThat(count("select count(*) from audit where org_id = ? and act = 'REFUSE'"))
                .isEqualTo(1);
    }

    @Test
    void anAppThatWouldMisreadWhatIsSentReceivesNothingAndStillSends() {
        PullRequest old = new PullRequest(phone.stream(), phone.epoch(), null, null, null, PullSchema.MIN - 1);

        HttpResponse<byte[]> refused = phone.post(
                "/sync/v1/pull", "application/json", Wire.json(old).getBytes(StandardCharsets.UTF_8), Map.of());
        phone.save(dossier, contact(TestPhone.newId()));

        assertThat(refused.statusCode()).isEqualTo(426);
        assertThat(TestPhone.text(refused)).contains("urn:tournee:app-too-old");
        assertThat(phone.push()).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.APPLIED);
    }

    @Test
    void eachDossierDeliveredIsAuditedOnce() {
        long before = count("select count(*) from audit where org_id = ? and act = 'DELIVER'");

        service.phone(referent).pull();

        assertThat(count("select count(*) from audit where org_id = ? and act = 'DELIVER'"))
                .isEqualTo(before + 1);
    }

    /** Rule: R-AUD. */
    @Test
    void whatWasAlteredIsNeitherDeliveredNorAuditedAsDelivered() throws SQLException {
        long before = count("select count(*) from audit where org_id = ? and act = 'DELIVER'");
        try (Connection connection = TestPostgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update record set sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20))"
                    + " where record_id = '" + dossier + "'");
        }

        assertThatThrownBy(() -> service.phone(referent).pull()).hasMessageContaining("500");

        assertThat(count("select count(*) from audit where org_id = ? and act = 'DELIVER'"))
                .isEqualTo(before);
    }

    @Test
    void aLongBucketComesInPagesAndNothingIsMissing() {
        for (int page = 0; page < 21; page++) {
            TestPhone.Change[] contacts = new TestPhone.Change[100];
            for (int at = 0; at < contacts.length; at++) {
                contacts[at] = contact(TestPhone.newId());
            }
            phone.save(dossier, contacts).push();
        }
        TestPhone fresh = service.phone(referent);
        Map<String, Long> cursors =
                new LinkedHashMap<>(Map.of(BucketId.service(dossier).value(), 0L));

        TestPhone.Pulled first = fresh.ask(null, cursors);

        assertThat(first.rows()).hasSize(2_000);
        assertThat(first.end().more()).isTrue();
        assertThat(fresh.pull().ofKind(RecordKind.CONTACT)).hasSize(2_100);
        assertThat(fresh.store()).hasSameSizeAs(phone.pull().store());
    }

    @Test
    void rowsComeInTheOrderOfTheBucketsAskedForAndOfTheirPositions() {
        DossierId second = service.dossier(referent);
        List<String> asked = List.of(
                BucketId.service(second).value(), BucketId.service(dossier).value());
        Map<String, Long> cursors = new LinkedHashMap<>();
        asked.forEach(bucket -> cursors.put(bucket, 0L));

        List<FeedRow> rows = phone.ask(null, cursors).rows();

        List<String> order = new ArrayList<>(
                rows.stream().map(row -> row.bucket().value()).distinct().toList());
        assertThat(order).isEqualTo(asked);
        for (int at = 1; at < rows.size(); at++) {
            if (rows.get(at).bucket().equals(rows.get(at - 1).bucket())) {
                assertThat(rows.get(at).position())
                        .isGreaterThan(rows.get(at - 1).position());
            }
        }
    }

    @Test
    void restrictedRecordsReachTheirAuthorAndTheReferentAndNobodyElse() {
        WorkerId colleague = service.worker(Role.SOCIAL_WORKER);
        WorkerId assistant = service.worker(Role.ADMIN_ASSISTANT);
        service.assign(dossier, colleague, org.tournee.dossier.ReferentRole.ADMIN_REFERENT);
        service.assign(dossier, assistant, org.tournee.dossier.ReferentRole.ADMIN_REFERENT);
        RecordId secret = TestPhone.newId();
        TestPhone theirs = service.phone(colleague).pull();
        theirs.save(
                dossier,
                new TestPhone.Change(
                        Action.CREATE,
                        RecordKind.CONTACT,
                        secret,
                        Audience.RESTRICTED,
                        0,
                        Groups.of(Samples.contact(dossier)).changesSince(Groups.NONE)));
        theirs.push();

        assertThat(theirs.pull().row(secret)).isNotNull();
        assertThat(phone.pull().row(secret)).isNotNull();
        assertThat(service.phone(assistant).pull().row(secret)).isNull();
    }

    @Test
    void aNewReferentGetsTheDossierWithItsRestrictedRecordsAndAFormerOneNoMore() {
        RecordId secret = TestPhone.newId();
        phone.save(
                dossier,
                new TestPhone.Change(
                        Action.CREATE,
                        RecordKind.CONTACT,
                        secret,
                        Audience.RESTRICTED,
                        0,
                        Groups.of(Samples.contact(dossier)).changesSince(Groups.NONE)));
        phone.push();
        WorkerId next = service.worker(Role.SOCIAL_WORKER);
        RecordId term = service.bean(Assignments.class)
                .assign(service.service(), dossier, ServiceFixture.term(next), ServiceFixture.NOON);
        TestPhone theirs = service.phone(next).pull();

        assertThat(theirs.row(secret)).isNotNull();
        service.bean(Assignments.class)
                .end(service.service(), dossier, term, ServiceFixture.TODAY, ServiceFixture.NOON);
        assertThat(theirs.ask(null, null).manifest().buckets()).hasSize(2);
        service.bean(Assignments.class)
                .assign(service.service(), dossier, ServiceFixture.term(next), ServiceFixture.NOON);
        assertThat(theirs.ask(null, null).manifest().buckets())
                .filteredOn(bucket -> bucket.bucket().equals(BucketId.service(dossier)))
                .extracting(GrantedBucket::grantEpoch)
                .containsExactly(2L);
    }

    @Test
    void aLineOfTheFeedIsWrittenAsTheWireTypeIs() throws IOException {
        FeedRow row = new FeedRow(
                BucketId.service(dossier),
                7,
                TestPhone.newId(),
                "contact",
                3,
                referent,
                null,
                Instant.parse("2026-03-10T12:00:00.123456Z"),
                null,
                false,
                "{\"content\":{\"narrative\":\"Été « chaud »\"}}");
        var out = new java.io.ByteArrayOutputStream();

        new FeedLine(out)
                .add(
                        new FeedLine.Head(
                                row.bucket().value(),
                                row.position(),
                                row.id().value(),
                                row.kind(),
                                row.rev(),
                                referent.value(),
                                null,
                                row.changedAt(),
                                null,
                                false),
                        row.groups().getBytes(StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Wire.json(row) + "\n");
    }
}
