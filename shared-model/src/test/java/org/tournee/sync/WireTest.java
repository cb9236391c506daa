package org.tournee.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.person.PersonId;

/** The wire format, letter by letter: what a phone saved today is read in ten years. */
class WireTest {

    private static final UUID ONE = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private static Contact contact() {
        return new Contact(
                new Contact.Meeting(NOON, Channel.IN_PERSON, Place.HOME, Planning.PLANNED, Happening.HELD, 45),
                new Contact.Attendance(List.of(new PersonId(ONE))),
                new Contact.Content(List.of(Topic.HOUSING), true, "Bail à revoir, « urgent ».", Result.FOLLOW_UP),
                null);
    }

    private static Operation operation(Map<String, GroupChange> groups) {
        return new Operation(
                new StreamId(ONE),
                7,
                OperationBytes.NO_PREVIOUS,
                new TxId(TWO),
                0,
                1,
                Action.CREATE,
                "contact",
                new RecordId(TWO),
                new DossierId(ONE),
                Audience.SERVICE,
                Operation.SCHEMA,
                "e1",
                1,
                0,
                groups,
                NOON,
                "c2Vs");
    }

    @Test
    void anOperationIsOneLineWithTheNamesOfTheProtocol() {
        String line = Wire.json(operation(Groups.of(contact()).changesSince(Groups.NONE)));

        assertThat(line)
                .isEqualTo("{\"stream_id\":\"01900000-0000-7000-8000-000000000001\",\"op_seq\":7,\"prev_hash\":\""
                        + OperationBytes.NO_PREVIOUS
                        + "\",\"tx_id\":\"01900000-0000-7000-8000-000000000002\",\"tx_index\":0,\"tx_count\":1,"
                        + "\"action\":\"CREATE\",\"kind\":\"contact\","
                        + "\"record_id\":\"01900000-0000-7000-8000-000000000002\","
                        + "\"dossier_id\":\"01900000-0000-7000-8000-000000000001\",\"audience\":\"SERVICE\","
                        + "\"schema\":2,\"epoch\":\"e1\",\"grant_epoch\":1,\"base_rev\":0,\"groups\":{"
                        + "\"meeting\":{\"new\":{\"started_at\":\"2026-03-10T12:00:00Z\",\"channel\":\"IN_PERSON\","
                        + "\"place\":\"HOME\",\"planning\":\"PLANNED\",\"happening\":\"HELD\","
                        + "\"duration_minutes\":45}},"
                        + "\"attendance\":{\"new\":{\"persons\":[\"01900000-0000-7000-8000-000000000001\"]}},"
                        + "\"content\":{\"new\":{\"topics\":[\"HOUSING\"],\"social_work_topic\":true,"
                        + "\"narrative\":\"Bail à revoir, « urgent ».\",\"result\":\"FOLLOW_UP\"}}},"
                        + "\"occurred_at\":\"2026-03-10T12:00:00Z\",\"salt\":\"c2Vs\"}");
    }

    @Test
    void anOperationIsReadBackFromItsBytes() {
        Operation saved = operation(Groups.of(contact()).changesSince(Groups.NONE));

        assertThat(OperationBytes.read(OperationBytes.make(saved))).isEqualTo(saved);
    }

    @Test
    void aContactIsReadBackFromItsGroups() {
        assertThat(Groups.of(contact()).as(Contact.class)).isEqualTo(contact());
    }

    @Test
    void membersOfANewerVersionArePassedOver() {
        String line = Wire.json(operation(Map.of())).replace("\"schema\":2", "\"schema\":9,\"new_member\":{\"a\":[1]}");

        assertThat(Wire.read(Operation.class, line).schema()).isEqualTo(9);
    }

    @Test
    void whatIsNotAnOperationIsRefusedWithoutItsContent() {
        for (String bad : List.of("", "null", "[]", "{\"op_seq\":", "{}", "{\"stream_id\":\"Mme Durand\"}", "\"x\"")) {
            assertThatThrownBy(() -> Wire.read(Operation.class, bad))
                    .as(bad)
                    .isInstanceOf(MalformedException.class)
                    .hasMessageNotContaining("Durand");
        }
    }

    @Test
    void aFeedRowKeepsGroupsThatThisVersionDoesNotKnow() {
        FeedRow row = new FeedRow(
                BucketId.service(new DossierId(ONE)),
                3,
                new RecordId(TWO),
                "contact",
                1,
                null,
                null,
                NOON,
                null,
                false,
                "{\"future\":{\"x\":1.50,\"y\":[true,null]}}");

        assertThat(Wire.read(FeedRow.class, Wire.json(row))).isEqualTo(row);
    }

    @Test
    void aMomentThatIsWrittenAsNullIsNone() {
        FeedRow row = Wire.read(FeedRow.class, """
                {"bucket":"d/%1$s/s","position":1,"id":"%1$s","kind":"contact","rev":1,\
                "changed_at":"2026-03-10T12:00:00Z","occurred_at":null,"deleted":false,"groups":{}}""".formatted(ONE));

        assertThat(row.changedAt()).isEqualTo(NOON);
        assertThat(row.occurredAt()).isNull();
    }

    @Test
    void valuesAreTheSameHoweverTheyAreWritten() {
        assertThat(Groups.sameValue("{\"a\":1,\"b\":[1,2]}", "{ \"b\" : [1,2], \"a\":1 }"))
                .isTrue();
        assertThat(Groups.sameValue("{\"a\":1}", "{\"a\":2}")).isFalse();
        assertThat(Groups.sameValue("[1,2]", "[2,1]")).isFalse();
        assertThat(Groups.sameValue(null, "{}")).isFalse();
    }

    @Test
    void aBucketKnowsItsDossier() {
        DossierId dossier = new DossierId(ONE);

        assertThat(BucketId.service(dossier).dossier()).contains(dossier);
        assertThat(BucketId.REFERENCE.dossier()).isEmpty();
    }
}
