package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.ChecksumCount;
import org.tournee.sync.BucketId;
import org.tournee.sync.Checksum;
import org.tournee.sync.ChecksumAlarm;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** Phone and server can tell whether they hold the same; every pull of a test compares, too. Rule: R-SYN. */
class ChecksumTest extends SyncTest {

    private Checksum told() {
        return phone.ask(null, null).manifest().buckets().stream()
                .filter(bucket -> bucket.bucket().equals(BucketId.service(dossier)))
                .findFirst()
                .orElseThrow()
                .checksum();
    }

    @Test
    void theChecksumFollowsEveryWriteAndForgetsWhatIsDeleted() {
        Checksum before = told();
        RecordId action = TestPhone.newId();
        phone.save(dossier, TestPhone.create(RecordKind.ACTION_ITEM, action, Samples.actionDue("2026-05-01")))
                .push();
        Checksum with = told();
        phone.pull().save(dossier, phone.delete(RecordKind.ACTION_ITEM, action)).push();

        assertThat(with).isNotNull().isNotEqualTo(before);
        assertThat(told()).isEqualTo(before);
        phone.pull();
    }

    @Test
    void aBucketFromBeforeChecksumsIsCountedOnce() {
        Checksum kept = told();
        service.bean(Database.class)
                .write(connection -> Sql.change(
                        connection,
                        "update bucket set checksum = null where org_id = ? and bucket_id = ?",
                        service.organisation(),
                        BucketId.service(dossier).value()));
        assertThat(told()).isNull();

        while (service.bean(ChecksumCount.class).countMissing(100) > 0) {
            assertThat(told()).isNotNull();
        }

        assertThat(told()).isEqualTo(kept);
    }

    @Test
    void anAlarmIsNotedWithoutContents() {
        HttpResponse<byte[]> answer = alarm(phone.stream(), BucketId.service(dossier));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(count("select count(*) from audit where org_id = ? and act = 'ALARM'"))
                .isEqualTo(1);
    }

    @Test
    void anAlarmOfAnotherStreamOrAboutNoBucketIsRefused() {
        assertThat(alarm(new StreamId(java.util.UUID.randomUUID()), BucketId.service(dossier))
                        .statusCode())
                .isEqualTo(403);
        assertThat(alarm(phone.stream(), new BucketId("Mme Lefèvre")).statusCode())
                .isEqualTo(400);
        assertThat(count("select count(*) from audit where org_id = ? and act = 'ALARM'"))
                .isZero();
    }

    private HttpResponse<byte[]> alarm(StreamId stream, BucketId bucket) {
        byte[] body = Wire.json(new ChecksumAlarm(stream, bucket)).getBytes(StandardCharsets.UTF_8);
        return phone.post("/sync/v1/alarms", "application/json", body, Map.of());
    }
}
