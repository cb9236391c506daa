package org.tournee.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.dossier.ContactFixture;

/**
 * What a record must fulfil; norms refuse nothing. Rules: R-REC, R-SEG-3, R-SEG-10, R-REQ,
 * R-MAN, R-REL, R-ASK.
 */
class RecordRulesTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final String ID = new UUID(1, 1).toString();

    /** A right example of every kind that phones write, with each group on one line. */
    private static Groups right(RecordKind kind) {
        return Groups.parse(
                switch (kind) {
                    case DOSSIER -> """
                        {"household":{"name":"Moreau"},
                         "address":{"street":"3 rue du Lavoir","postcode":"86400","commune_code":"86078","commune_name":"Civray"},
                         "reachability":{"phone":"0600000000","note":"le matin"},
                         "status":{"status":"CLOSED","opened_on":"2026-01-01","closed_on":"2026-01-01"}}""";
                    case PERSON -> """
                        {"identity":{"family_name":"Moreau","given_name":"Léa"},"membership":{"role":"ADULT"},
                         "reachability":{"phone":"0600000000","email":"lea@example.org"}}""";
                    case CONTACT ->
                        Groups.of(ContactFixture.visit(NOON).contact()).json();
                    case BILAN_ITEM -> """
                        {"statement":{"dimension":"HOUSING","effect":"DANGER","whose_word":"PERSON_WORD","text":"Bail résilié","concerns_third_party":false},
                         "validity":{"opened_on":"2026-01-01","closed_on":"2026-02-01"}}""";
                    case GOAL -> """
                        {"aim":{"dimension":"HOUSING","text":"Un logement"},"agreement":{"agreed_on":"2026-01-01","revisit_on":"2026-04-01"},
                         "progress":{"state":"OPEN"}}""";
                    case ACTION_ITEM -> """
                        {"task":{"what":"Appeler le bailleur","by":"SERVICE","horizon":"SHORT"},"progress":{"state":"TO_DO"}}""";
                    case BILAN_CONCLUSION -> """
                        {"conclusion":{"orientation":"PROFESSIONAL_INTEGRATION","concluded_on":"2026-01-01","reason":""}}""";
                    case RIGHTS_CHECKUP -> """
                        {"occasion":{"trigger":"MOVE","origin":"OUTREACH","catalogue":"fr","catalogue_version":1},
                         "course":{"started_at":"2026-03-10T12:00:00Z","duration_minutes":5,"finished":true}}""";
                    case RIGHT_CHECK -> """
                        {"subject":{"checkup":"%s","right_id":"css"},"finding":{"state":"DECLINED","reason":"ne veut pas"},
                         "follow_up":{"due_on":"2026-04-01","answerable":"%s"},
                         "documents":{"missing":["avis d'imposition"]}}""".formatted(ID, ID);
                    case REQUEST -> """
                        {"demand":{"origin":"PERSON","urgency":"SOON","subject":"HOUSING","received_on":"2026-01-01","text":""},
                         "handling":{"acknowledged_on":"2026-01-02"}}""";
                    case MANDATE -> """
                        {"mission":{"kind":"BUDGET_SUPPORT","authority":"Département","what_is_due":"bilan"},
                         "term":{"start":"2026-01-01","end":"2026-06-01"},
                         "review":{"held_on":"2026-03-01","held_by":"%s","conclusion":"Va bien"}}""".formatted(ID);
                    case EXEMPTION -> """
                        {"asked":{"reason":"HOSPITAL","from":"2026-03-01","until":"2026-04-01","asked_by":"%s",
                         "asked_on":"2026-02-20","why":"Opération"}}""".formatted(ID);
                    case APPOINTMENT -> """
                        {"plan":{"starts_at":"2026-03-10T12:00:00Z","duration_minutes":45,"place":"OFFICE","worker":"%s"},
                         "attendance":{"state":"PLANNED"}}""".formatted(ID);
                    case SERVICE_AGREEMENT -> """
                        {"terms":{"commitments":"Chercher un logement.","signed_on":"2026-01-01","ends_on":"2026-06-01"},
                         "mutual":{"service":"Chercher avec elle.","goals":[],"starts_on":"2026-01-01","persons":[]}}""";
                    case REFERRAL -> """
                        {"orientation":{"partner":"Mission locale","need":"Un logement","made_on":"2026-03-01"},
                         "sharing":{"ground":"AGREEMENT","passed_on":"Son adresse","purpose":"Chercher un logement","until":"2026-06-01"},
                         "watch":{"check_on":"2026-03-15"},
                         "outcome":{"state":"TAKEN_OVER","who":"Mme Petit","how":"Elle a appelé","known_on":"2026-03-12"}}""";
                    case QUESTION -> """
                        {"subject":{"record":"%s"},"asked":{"text":"Qui a vu le bail ?","asked_on":"2026-03-01"},
                         "answer":{"text":"Moi, lundi.","answered_on":"2026-03-02"}}""".formatted(ID);
                    case VISIT -> """
                        {"plan":{"day":"2026-03-10","worker":"%s","grounds":["NORM_LATE"]},"turn":{"rank":2},
                         "ending":{"state":"ABSENT","at":"2026-03-10T12:00:00Z"}}""".formatted(ID);
                    case SAFETY_NOTE -> """
                        {"note":{"fact":"Chien dans la cour","author":"%s","noted_on":"2026-03-01",
                         "expires_on":"2026-09-01"}}""".formatted(ID);
                    case OPPOSITION -> """
                        {"stated":{"said_on":"2026-03-01","words":"Pas chez moi."},"withdrawal":{"said_on":"2026-05-01"}}""";
                    case PROFESSIONAL_BILAN -> """
                        {"subject":{"person":"%s"},"stage":{"phase":"TRAINING","since":"2026-01-01"},
                         "experiences":{"text":"Cuisine"},"wishes":{"text":"Un CDI"},
                         "obstacles":{"kinds":["CHILD_CARE"],"text":"Le mercredi"},
                         "next":{"what":"Écrire un CV","due_on":"2026-04-01"}}""".formatted(ID);
                    case DIRECTORY_NOTE -> """
                        {"note":{"purpose":"CORRECTION","partner":"%s","topic":"HOUSING","text":"Déménagé",
                         "noted_on":"2026-03-01"}}""".formatted(ID);
                    case DESK_DAY -> """
                        {"session":{"desk":"%s","day":"2026-03-09"},
                         "conditions":{"confidentiality":"GOOD","connection":"WEAK","admission":"BOTH","with":[]}}""".formatted(ID);
                    case WALK_IN -> """
                        {"arrival":{"desk":"%s","day":"2026-03-09","at":"2026-03-09T08:05:00Z","by_appointment":false},
                         "visitor":{"name":"Mme Petit"},"need":{"subject":"HOUSING","urgency":"SOON","note":""},
                         "course":{"state":"WAITING"}}""".formatted(ID);
                    case LIAISON -> """
                        {"message":{"walk_in":"%1$s","visitor":"","reach":"","text":"À rappeler","urgency":"SOON",
                         "sent_on":"2026-03-09"},"address":{"worker":"%1$s"}}""".formatted(ID);
                    case COLLECTIVE_ACTION -> """
                        {"theme":{"topic":"FINANCE","title":"Atelier budget","service":"MDS de Civray",
                         "began_on":"2026-03-09"}}""";
                    case COLLECTIVE_SESSION -> """
                        {"session":{"action":"%s","day":"2026-03-09","minutes":90,"participants":8,"first_time":3}}""".formatted(ID);
                    case DOCUMENT -> """
                        {"description":{"kind":"avis d'imposition","title":"2025","persons":[],"rights":["css"],"expires_on":"2026-12-31"},
                         "content":{"content_type":"image/jpeg","size_bytes":4096,"sha256":"%s"},
                         "ground":{"agreed_on":"2026-01-01"}}""".formatted("0a".repeat(32));
                    default -> throw new IllegalStateException(kind.name());
                });
    }

    private static final Set<RecordKind> WRITTEN_BY_PHONES = EnumSet.of(
            RecordKind.DOSSIER,
            RecordKind.PERSON,
            RecordKind.CONTACT,
            RecordKind.BILAN_ITEM,
            RecordKind.GOAL,
            RecordKind.ACTION_ITEM,
            RecordKind.BILAN_CONCLUSION,
            RecordKind.RIGHTS_CHECKUP,
            RecordKind.RIGHT_CHECK,
            RecordKind.REQUEST,
            RecordKind.MANDATE,
            RecordKind.EXEMPTION,
            RecordKind.APPOINTMENT,
            RecordKind.SERVICE_AGREEMENT,
            RecordKind.REFERRAL,
            RecordKind.QUESTION,
            RecordKind.VISIT,
            RecordKind.SAFETY_NOTE,
            RecordKind.OPPOSITION,
            RecordKind.PROFESSIONAL_BILAN,
            RecordKind.DIRECTORY_NOTE,
            RecordKind.DESK_DAY,
            RecordKind.WALK_IN,
            RecordKind.LIAISON,
            RecordKind.COLLECTIVE_ACTION,
            RecordKind.COLLECTIVE_SESSION,
            RecordKind.DOCUMENT);

    @Test
    void everyKindThatPhonesWriteIsChecked() {
        for (RecordKind kind : RecordKind.values()) {
            assertThat(WRITTEN_BY_PHONES.contains(kind))
                    .as(kind.name())
                    .isEqualTo(kind.writing() != RecordKind.Writing.SERVER);
        }
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void aRightRecordBreaksNothingAndRubbishIsUnreadable(RecordKind kind) {
        if (WRITTEN_BY_PHONES.contains(kind)) {
            assertThat(RecordRules.check(kind, right(kind))).isEmpty();
            assertThat(RecordRules.check(kind, Groups.NONE)).containsExactly(unreadable());
            assertThat(RecordRules.check(kind, Groups.parse("{\"meeting\":[],\"task\":3,\"aim\":\"x\"}")))
                    .containsExactly(unreadable());
        } else {
            assertThat(RecordRules.check(kind, Groups.NONE)).isEmpty();
        }
    }

    private static Violation unreadable() {
        return new Violation("", "", Violation.Code.UNREADABLE);
    }

    /** {@code long:n} stands for a text of n characters. */
    @ParameterizedTest(name = "{0} {1}.{2} = {4}: {5}")
    @CsvSource(
            delimiter = ';',
            value = {
                "DOSSIER; household; name; \"Moreau\"; \" \"; BLANK",
                "DOSSIER; household; name; \"Moreau\"; long:200; ",
                "DOSSIER; household; name; \"Moreau\"; long:201; TOO_LONG",
                "DOSSIER; address; street; \"3 rue du Lavoir\"; \"\"; ",
                "DOSSIER; address; street; \"3 rue du Lavoir\"; long:201; TOO_LONG",
                "DOSSIER; address; postcode; \"86400\"; long:21; TOO_LONG",
                "DOSSIER; reachability; phone; \"0600000000\"; long:41; TOO_LONG",
                "DOSSIER; reachability; note; \"le matin\"; long:2001; TOO_LONG",
                "DOSSIER; status; closed_on; \"closed_on\":\"2026-01-01\"; \"closed_on\":\"2025-12-31\"; ENDS_BEFORE_START",
                "PERSON; identity; family_name; \"Moreau\"; \"\"; BLANK",
                "PERSON; identity; given_name; \"Léa\"; \"\\t\"; BLANK",
                "PERSON; reachability; email; \"lea@example.org\"; long:201; TOO_LONG",
                "CONTACT; meeting; duration_minutes; 45; 1; ",
                "CONTACT; meeting; duration_minutes; 45; 1440; ",
                "CONTACT; meeting; duration_minutes; 45; 0; OUT_OF_RANGE",
                "CONTACT; meeting; duration_minutes; 45; -5; OUT_OF_RANGE",
                "CONTACT; meeting; duration_minutes; 45; 1441; OUT_OF_RANGE",
                "CONTACT; meeting; duration_minutes; 45; null; ",
                "CONTACT; content; narrative; \"Le point sur le bail.\"; \"\"; ",
                "CONTACT; content; narrative; \"Le point sur le bail.\"; long:20000; ",
                "CONTACT; content; narrative; \"Le point sur le bail.\"; long:20001; TOO_LONG",
                "BILAN_ITEM; statement; text; \"Bail résilié\"; \"\"; BLANK",
                "BILAN_ITEM; statement; text; \"Bail résilié\"; long:1000; ",
                "BILAN_ITEM; statement; text; \"Bail résilié\"; long:1001; TOO_LONG",
                "BILAN_ITEM; validity; closed_on; 2026-02-01; 2026-01-01; ",
                "BILAN_ITEM; validity; closed_on; 2026-02-01; 2025-12-31; ENDS_BEFORE_START",
                "GOAL; aim; text; \"Un logement\"; \"\"; BLANK",
                "GOAL; aim; text; \"Un logement\"; long:1001; TOO_LONG",
                "GOAL; agreement; revisit_on; 2026-04-01; 2025-12-31; ENDS_BEFORE_START",
                "ACTION_ITEM; task; what; \"Appeler le bailleur\"; \" \"; BLANK",
                "ACTION_ITEM; task; what; \"Appeler le bailleur\"; long:1000; ",
                "ACTION_ITEM; task; what; \"Appeler le bailleur\"; long:1001; TOO_LONG",
                "BILAN_CONCLUSION; conclusion; reason; \"reason\":\"\"; \"reason\":long:2001; TOO_LONG",
                "RIGHTS_CHECKUP; course; duration_minutes; \"duration_minutes\":5; \"duration_minutes\":0; OUT_OF_RANGE",
                "RIGHTS_CHECKUP; occasion; catalogue; \"fr\"; \"\"; BLANK",
                "RIGHT_CHECK; finding; reason; \"ne veut pas\"; null; REASON_MISSING",
                "RIGHT_CHECK; finding; reason; \"ne veut pas\"; \"  \"; REASON_MISSING",
                "RIGHT_CHECK; finding; reason; \"ne veut pas\"; long:2001; TOO_LONG",
                "RIGHT_CHECK; finding; reason; \"DECLINED\",\"reason\":\"ne veut pas\"; \"NOT_ELIGIBLE\"; ",
                "RIGHT_CHECK; subject; right_id; \"css\"; \"\"; BLANK",
                "RIGHT_CHECK; documents; missing; \"avis d'imposition\"; \"\"; BLANK",
                "REQUEST; demand; text; \"text\":\"\"; \"text\":long:2001; TOO_LONG",
                "REQUEST; handling; acknowledged_on; 2026-01-02; 2025-12-31; ENDS_BEFORE_START",
                "MANDATE; mission; authority; \"Département\"; \"\"; BLANK",
                "MANDATE; mission; what_is_due; \"bilan\"; long:2001; TOO_LONG",
                "MANDATE; term; end; 2026-06-01; 2025-12-31; ENDS_BEFORE_START",
                "MANDATE; review; conclusion; \"Va bien\"; \" \"; BLANK",
                "MANDATE; review; conclusion; \"Va bien\"; long:2001; TOO_LONG",
                "MANDATE; review; held_on; 2026-03-01; +20260-03-01; OUT_OF_RANGE",
                "EXEMPTION; asked; why; \"Opération\"; \" \"; BLANK",
                "EXEMPTION; asked; why; \"Opération\"; long:2001; TOO_LONG",
                "EXEMPTION; asked; until; 2026-04-01; 2026-03-01; ENDS_BEFORE_START",
                "EXEMPTION; asked; until; 2026-04-01; 2027-03-03; OUT_OF_RANGE",
                "EXEMPTION; asked; asked_on; 2026-02-20; +20260-02-20; OUT_OF_RANGE",
                "APPOINTMENT; plan; duration_minutes; 45; 0; OUT_OF_RANGE",
                "SERVICE_AGREEMENT; terms; commitments; \"Chercher un logement.\"; \"\"; INCOMPLETE",
                "SERVICE_AGREEMENT; terms; commitments; \"Chercher un logement.\"; \"\",\"exception_reason\":\"refus\"; ",
                "SERVICE_AGREEMENT; mutual; service; \"Chercher avec elle.\"; long:20001; TOO_LONG",
                "SERVICE_AGREEMENT; mutual; starts_on; \"starts_on\":\"2026-01-01\"; \"starts_on\":\"+20260-01-01\"; OUT_OF_RANGE",
                "SERVICE_AGREEMENT; terms; ends_on; 2026-06-01; 2025-12-31; ENDS_BEFORE_START",
                "REFERRAL; orientation; partner; \"Mission locale\"; \" \"; BLANK",
                "REFERRAL; sharing; purpose; \"Chercher un logement\"; \"\"; INCOMPLETE",
                "REFERRAL; sharing; until; \"until\":\"2026-06-01\"; \"until\":null; INCOMPLETE",
                "REFERRAL; sharing; until; AGREEMENT\",\"passed_on\":\"Son adresse\",\"purpose\":\"Chercher un logement\",\"until\":\"2026-06-01\"; NOTHING_PASSED\",\"passed_on\":\"\"; ",
                "REFERRAL; watch; check_on; 2026-03-15; 2026-02-28; ENDS_BEFORE_START",
                "REFERRAL; outcome; who; \"Mme Petit\"; null; INCOMPLETE",
                "REFERRAL; outcome; how; \"Elle a appelé\"; \" \"; INCOMPLETE",
                "REFERRAL; outcome; who; \"TAKEN_OVER\",\"who\":\"Mme Petit\",\"how\":\"Elle a appelé\"; \"NOT_TAKEN\"; ",
                "REFERRAL; outcome; known_on; 2026-03-12; +20260-03-12; OUT_OF_RANGE",
                "QUESTION; asked; text; \"Qui a vu le bail ?\"; \"\"; BLANK",
                "QUESTION; asked; text; \"Qui a vu le bail ?\"; long:2001; TOO_LONG",
                "QUESTION; answer; text; \"Moi, lundi.\"; \" \"; BLANK",
                "QUESTION; asked; asked_on; 2026-03-01; +20260-03-01; OUT_OF_RANGE",
                "VISIT; turn; rank; \"rank\":2; \"rank\":-1; OUT_OF_RANGE",
                "VISIT; turn; rank; \"rank\":2; \"rank\":1000; OUT_OF_RANGE",
                "VISIT; plan; day; 2026-03-10\",; +20260-03-10\",; OUT_OF_RANGE",
                "SAFETY_NOTE; note; fact; \"Chien dans la cour\"; \" \"; BLANK",
                "SAFETY_NOTE; note; fact; \"Chien dans la cour\"; long:301; TOO_LONG",
                "SAFETY_NOTE; note; expires_on; 2026-09-01; 2026-02-28; ENDS_BEFORE_START",
                "SAFETY_NOTE; note; expires_on; 2026-09-01; 2027-03-01; ",
                "SAFETY_NOTE; note; expires_on; 2026-09-01; 2027-03-02; OUT_OF_RANGE",
                "OPPOSITION; stated; words; \"Pas chez moi.\"; long:2001; TOO_LONG",
                "OPPOSITION; withdrawal; said_on; 2026-05-01; +20260-05-01; OUT_OF_RANGE",
                "PROFESSIONAL_BILAN; stage; since; 2026-01-01; +20260-01-01; OUT_OF_RANGE",
                "PROFESSIONAL_BILAN; experiences; text; \"Cuisine\"; long:2001; TOO_LONG",
                "PROFESSIONAL_BILAN; wishes; text; \"Un CDI\"; long:2001; TOO_LONG",
                "PROFESSIONAL_BILAN; obstacles; text; \"Le mercredi\"; long:2001; TOO_LONG",
                "PROFESSIONAL_BILAN; obstacles; text; \"Le mercredi\"; \"\"; ",
                "PROFESSIONAL_BILAN; next; what; \"Écrire un CV\"; \" \"; BLANK",
                "PROFESSIONAL_BILAN; next; due_on; 2026-04-01; +20260-04-01; OUT_OF_RANGE",
                "DIRECTORY_NOTE; note; text; \"Déménagé\"; \" \"; BLANK",
                "DIRECTORY_NOTE; note; text; \"Déménagé\"; long:2001; TOO_LONG",
                "DIRECTORY_NOTE; note; partner; \"partner\"; \"former\"; INCOMPLETE",
                "DIRECTORY_NOTE; note; topic; \"topic\"; \"former\"; ",
                "DIRECTORY_NOTE; note; noted_on; 2026-03-01; +20260-03-01; OUT_OF_RANGE",
                "DOCUMENT; description; kind; \"avis d'imposition\"; \"\"; BLANK",
                "DOCUMENT; description; title; \"2025\"; long:201; TOO_LONG",
                "DOCUMENT; description; rights; \"css\"; \" \"; BLANK",
                "DOCUMENT; description; expires_on; 2026-12-31; +20260-12-31; OUT_OF_RANGE",
                "DOCUMENT; content; size_bytes; 4096; 20971520; ",
                "DOCUMENT; content; size_bytes; 4096; 20971521; OUT_OF_RANGE",
                "DOCUMENT; content; size_bytes; 4096; 0; OUT_OF_RANGE",
                "DOCUMENT; content; content_type; image/jpeg; text/html<script>; OUT_OF_RANGE",
                "DOCUMENT; content; sha256; 0a0a0a; 0A0A0A; OUT_OF_RANGE",
                "DOCUMENT; ground; agreed_on; \"agreed_on\":\"2026-01-01\"; ; INCOMPLETE",
                "DOCUMENT; ground; agreed_on; \"agreed_on\":\"2026-01-01\"; \"other_ground\":\"ordonnance\"; ",
                "DOCUMENT; custody; ; \"ground\"; \"custody\":{\"held_since\":\"2026-03-10T12:00:00Z\"},\"ground\"; ",
                "DOSSIER; status; opened_on; \"opened_on\":\"2026-01-01\"; \"opened_on\":\"1899-12-31\"; OUT_OF_RANGE",
                "PERSON; identity; birth_date; \"given_name\":\"Léa\"; \"given_name\":\"Léa\",\"birth_date\":\"0026-01-01\"; OUT_OF_RANGE",
                "CONTACT; meeting; started_at; 2026-03-10T12:00:00Z; +1000000000-12-31T23:59:59Z; OUT_OF_RANGE",
                "CONTACT; meeting; started_at; 2026-03-10T12:00:00Z; 1899-12-31T23:59:59Z; OUT_OF_RANGE",
                "BILAN_ITEM; validity; opened_on; \"opened_on\":\"2026-01-01\"; \"opened_on\":\"-999999999-01-01\"; OUT_OF_RANGE",
                "GOAL; agreement; revisit_on; 2026-04-01; +999999999-12-31; OUT_OF_RANGE",
                "ACTION_ITEM; task; due_on; \"horizon\":\"SHORT\"; \"horizon\":\"SHORT\",\"due_on\":\"2200-01-02\"; OUT_OF_RANGE",
                "BILAN_CONCLUSION; conclusion; concluded_on; 2026-01-01; 0206-01-01; OUT_OF_RANGE",
                "RIGHTS_CHECKUP; course; started_at; 2026-03-10T12:00:00Z; 2200-01-01T00:00:01Z; OUT_OF_RANGE",
                "RIGHT_CHECK; follow_up; due_on; 2026-04-01; +20260-04-01; OUT_OF_RANGE",
                "REQUEST; handling; acknowledged_on; 2026-01-02; +20260-01-02; OUT_OF_RANGE",
                "MANDATE; term; end; 2026-06-01; +20260-06-01; OUT_OF_RANGE",
                "APPOINTMENT; plan; starts_at; 2026-03-10T12:00:00Z; +20260-03-10T12:00:00Z; OUT_OF_RANGE",
                "SERVICE_AGREEMENT; terms; ends_on; 2026-06-01; +20260-06-01; OUT_OF_RANGE",
            })
    void aValueIsCheckedWhereItStands(
            RecordKind kind, String group, String field, String value, String other, Violation.Code code) {
        String typed = other == null ? "" : other;
        String changed = typed.contains("long:")
                ? typed.replaceFirst(
                        "long:\\d+", "\"" + "é".repeat(Integer.parseInt(typed.replaceAll(".*long:", ""))) + "\"")
                : typed;
        String json = right(kind).json();
        assertThat(json).contains(value);

        List<Violation> violations = RecordRules.check(kind, Groups.parse(json.replace(value, changed)));

        String named = field == null ? "" : field;
        assertThat(violations).isEqualTo(code == null ? List.of() : List.of(new Violation(group, named, code)));
    }

    @Test
    void noNormRefusesAContact() {
        for (Channel channel : Channel.values()) {
            Contact contact = ContactFixture.visit(NOON)
                    .by(channel)
                    .lasting(null)
                    .with(List.of())
                    .withoutTopic()
                    .contact();

            assertThat(RecordRules.contact(contact)).as(channel.name()).isEmpty();
        }
    }

    @Test
    void aCorrectionSaysWhy() {
        Contact right = ContactFixture.visit(NOON).contact();
        Contact.Amendment blank = new Contact.Amendment(new RecordId(new UUID(1, 1)), " ", null);

        assertThat(RecordRules.contact(new Contact(right.meeting(), right.attendance(), right.content(), blank)))
                .containsExactly(new Violation("amendment", "reason", Violation.Code.REASON_MISSING));
    }

    @Test
    void aViolationNeverRepeatsWhatWasTyped() {
        Groups groups = Groups.parse(right(RecordKind.RIGHT_CHECK).json().replace("\"css\"", "\"  \""));

        assertThat(RecordRules.check(RecordKind.RIGHT_CHECK, groups).toString()).doesNotContain("ne veut pas");
    }
}
