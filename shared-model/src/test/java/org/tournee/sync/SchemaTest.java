package org.tournee.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanConclusion;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Goal;
import org.tournee.contact.Contact;
import org.tournee.document.Document;
import org.tournee.mandate.Mandate;
import org.tournee.person.Person;
import org.tournee.request.Request;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightsCheckup;

/**
 * What phones wrote in earlier schemas means for ever what it meant: real bytes of each schema, and what they say in the
 * words of today. A golden file is added with each schema, and never changed. Rules: R-REC, R-RDD.
 */
class SchemaTest {

    private static final String RIGHT = RecordKind.RIGHT_CHECK.code();
    private static final String OLD =
            "{\"documents_missing\":[\"bail\"],\"due_on\":\"2026-03-24\",\"answerable\":\"a\"}";
    private static final String REST = "{\"due_on\":\"2026-03-24\",\"answerable\":\"a\"}";
    private static final String PART = "{\"missing\":[\"bail\"]}";

    private static final Map<RecordKind, Class<?>> TYPES = Map.ofEntries(
            Map.entry(RecordKind.PERSON, Person.class),
            Map.entry(RecordKind.CONTACT, Contact.class),
            Map.entry(RecordKind.BILAN_ITEM, BilanItem.class),
            Map.entry(RecordKind.GOAL, Goal.class),
            Map.entry(RecordKind.ACTION_ITEM, ActionItem.class),
            Map.entry(RecordKind.BILAN_CONCLUSION, BilanConclusion.class),
            Map.entry(RecordKind.RIGHTS_CHECKUP, RightsCheckup.class),
            Map.entry(RecordKind.RIGHT_CHECK, RightCheck.class),
            Map.entry(RecordKind.REQUEST, Request.class),
            Map.entry(RecordKind.MANDATE, Mandate.class),
            Map.entry(RecordKind.APPOINTMENT, Appointment.class),
            Map.entry(RecordKind.SERVICE_AGREEMENT, ServiceAgreement.class),
            Map.entry(RecordKind.DOCUMENT, Document.class));

    static List<String> schema1() {
        return lines("schema-1.ndjson");
    }

    private static List<String> lines(String file) {
        try (InputStream in = SchemaTest.class.getResourceAsStream("schema/" + file)) {
            byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Operation read(String line) {
        return OperationBytes.read(line.getBytes(StandardCharsets.UTF_8));
    }

    private static Groups written(Operation operation) {
        Groups groups = Groups.NONE;
        for (Map.Entry<String, GroupChange> change : operation.groups().entrySet()) {
            groups = groups.with(change.getKey(), change.getValue().value());
        }
        return groups;
    }

    @Test
    void eachEarlierSchemaHasItsGoldenBytes() {
        for (int schema = 1; schema < Operation.SCHEMA; schema++) {
            int written = schema;
            assertThat(lines("schema-" + schema + ".ndjson"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(read(line).schema()).isEqualTo(written));
        }
    }

    @Test
    void theGoldenBytesAreThoseThatPhonesSaved() {
        String before = OperationBytes.NO_PREVIOUS;
        for (String line : schema1()) {
            assertThat(read(line).prevHash()).isEqualTo(before);
            before = OperationBytes.hash(line.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(before).isEqualTo("101c9943751908553e56f5e1188404cc51fc8fda61147b207de025a6224fc922");
    }

    /** Kinds that no phone of schema 1 wrote, and commands, which none gave. */
    private static final Set<RecordKind> LATER = EnumSet.of(
            RecordKind.REFERRAL,
            RecordKind.QUESTION,
            RecordKind.VISIT,
            RecordKind.SAFETY_NOTE,
            RecordKind.OPPOSITION,
            RecordKind.PROFESSIONAL_BILAN,
            RecordKind.DIRECTORY_NOTE,
            RecordKind.EXEMPTION,
            RecordKind.DESK_DAY,
            RecordKind.WALK_IN,
            RecordKind.LIAISON,
            RecordKind.COLLECTIVE_ACTION,
            RecordKind.COLLECTIVE_SESSION);

    @Test
    void everyKindThatPhonesWroteIsAmongThem() {
        assertThat(schema1().stream().map(line -> read(line).kind()))
                .contains(List.of(RecordKind.values()).stream()
                        .filter(kind -> kind.writing() != RecordKind.Writing.SERVER && !LATER.contains(kind))
                        .map(RecordKind::code)
                        .toArray(String[]::new));
        assertThat(schema1().stream().map(line -> read(line).action()))
                .containsAll(EnumSet.complementOf(EnumSet.of(Action.COMMAND)));
    }

    @Test
    void theyMeanTodayWhatTheyMeantThen() {
        assertThat(schema1().stream().map(SchemaTest::inTodaysWords))
                .containsExactlyElementsOf(lines("schema-1.today.ndjson"));
    }

    private static String inTodaysWords(String line) {
        Operation operation = Schema.lift(read(line), Groups.NONE);
        return Wire.json(operation.groups());
    }

    @ParameterizedTest
    @MethodSource("schema1")
    void todaysRecordsReadAllOfThem(String line) {
        Operation operation = Schema.lift(read(line), Groups.NONE);
        RecordKind kind = RecordKind.ofCode(operation.kind()).orElseThrow();
        if (operation.action() == Action.CREATE) {
            Groups written = written(operation);
            assertThat(RecordRules.check(kind, written)).isEmpty();
            assertThat(Groups.of(written.as(TYPES.get(kind))).changesSince(written))
                    .as("nothing is passed over")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("schema1")
    void anOlderAppReadsBackWhatItWrote(String line) {
        Operation operation = read(line);
        Groups whole = written(operation);
        Groups back = Schema.lower(operation.kind(), Schema.lift(operation.kind(), whole), operation.schema());
        assertThat(back.changesSince(whole)).isEmpty();
    }

    @Test
    void whatIsWrittenInTodaysWordsStaysAsItIs() {
        Groups today = new Groups(Map.of("follow_up", REST, "documents", PART));

        assertThat(Schema.lift(RIGHT, today)).isSameAs(today);
        assertThat(Schema.lift("goal", new Groups(Map.of("follow_up", OLD))).get("follow_up"))
                .isEqualTo(OLD);
    }

    @Test
    void ofASplitGroupOnlyThePartThatDiffersIsChanged() {
        String later = OLD.replace("03-24", "04-07");
        Map<String, GroupChange> lifted =
                Schema.lift(RIGHT, Map.of("follow_up", new GroupChange(OLD, later)), Groups.NONE);

        assertThat(lifted).containsOnlyKeys("follow_up");
        assertThat(lifted.get("follow_up")).isEqualTo(new GroupChange(REST, REST.replace("03-24", "04-07")));
    }

    @Test
    void takingTheWholeAwayTakesBothPartsAway() {
        Map<String, GroupChange> lifted =
                Schema.lift(RIGHT, Map.of("follow_up", new GroupChange(OLD, null)), Groups.NONE);

        assertThat(lifted)
                .isEqualTo(Map.of("follow_up", new GroupChange(REST, null), "documents", new GroupChange(PART, null)));
    }

    @Test
    void whatTheAuthorsSchemaDidNotKnowKeepsItsValue() {
        Groups current = new Groups(Map.of("documents", "{\"missing\":[\"bail\"],\"asked_on\":\"2026-03-02\"}"));
        String none = OLD.replace("[\"bail\"]", "[]");

        Map<String, GroupChange> lifted = Schema.lift(RIGHT, Map.of("follow_up", new GroupChange(OLD, none)), current);

        assertThat(lifted).containsOnlyKeys("documents");
        assertThat(Groups.sameValue(lifted.get("documents").base(), current.get("documents")))
                .isTrue();
        assertThat(Groups.sameValue(lifted.get("documents").value(), "{\"missing\":[],\"asked_on\":\"2026-03-02\"}"))
                .isTrue();
    }

    @Test
    void anOlderAppReadsThatNothingIsMissingWhereNothingIsSaid() {
        Groups today = new Groups(Map.of("follow_up", REST));

        assertThat(Groups.sameValue(Schema.lower(RIGHT, today, 1).get("follow_up"), OLD.replace("[\"bail\"]", "[]")))
                .isTrue();
        assertThat(Schema.lower(RIGHT, today, Operation.SCHEMA)).isEqualTo(today);
        assertThat(Schema.differs(RIGHT, 1)).isTrue();
        assertThat(Schema.differs(RIGHT, Operation.SCHEMA)).isFalse();
        assertThat(Schema.differs("goal", 1)).isFalse();
    }

    @Test
    void aNameThatGotItsMeaningLaterIsNotReadAsIfItHadItThen() {
        String line = schema1().get(7).replace("\"follow_up\"", "\"documents\"");

        assertThat(Schema.isMeantOtherwise(read(line))).isTrue();
        assertThat(Schema.isMeantOtherwise(read(line.replace("\"schema\":1", "\"schema\":2"))))
                .isFalse();
        assertThat(Schema.isMeantOtherwise(read(schema1().get(7)))).isFalse();
    }

    @Test
    void aValueThatIsNoObjectIsLeftToTheRules() {
        Groups odd = new Groups(Map.of("follow_up", "[\"documents_missing\"]"));

        assertThat(Schema.lift(RIGHT, odd)).isSameAs(odd);
    }

    @Test
    void aRightThatWasFollowedThenIsTypedToday() {
        RightCheck right =
                written(Schema.lift(read(schema1().get(7)), Groups.NONE)).as(RightCheck.class);

        assertThat(right.documentsMissing()).containsExactly("avis d'imposition", "attestation de la CPAM");
        assertThat(Objects.requireNonNull(right.followUp()).dueOn()).isEqualTo("2026-03-24");
    }
}
