package org.tournee.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** Who may do what: every role, every link, every audience. Rules: R-SHARE, R-REF, R-SEG-6. */
class AccessRulesTest {

    /** What is asked about: narrative records, administrative groups, restricted records. */
    private static final Map<String, Subject> SUBJECTS = Map.of(
            "service", Subject.record(RecordKind.CONTACT, Audience.SERVICE),
            "admin", Subject.group(RecordKind.DOSSIER, "address", Audience.SERVICE),
            "restricted", Subject.record(RecordKind.CONTACT, Audience.RESTRICTED));

    /**
     * yes; or the reason why not: reason = NEEDS_REASON, restr = RESTRICTED, view = VIEW_ONLY, role = NOT_FOR_ROLE, other
     * = NOT_YOURS_TO_SETTLE, close = NOT_YOURS_TO_CLOSE, head = ONLY_THE_HEAD.
     */
    private static final String TABLE = """
            who              | exists service | exists restricted | view service | view admin | view restricted | record service | record restricted | change service | change admin | change restricted | settle service | settle admin | settle restricted | decide service | close service
            REFERENT         | yes            | yes               | yes          | yes        | yes             | yes            | yes               | yes            | yes          | yes               | yes            | yes          | yes               | head           | yes
            ADMIN_REFERENT   | yes            | yes               | yes          | yes        | restr           | yes            | yes               | yes            | yes          | restr             | other          | yes          | other             | head           | close
            REPLACEMENT      | yes            | yes               | yes          | yes        | yes             | yes            | yes               | yes            | yes          | restr             | other          | yes          | other             | head           | yes
            TEAM             | yes            | yes               | yes          | yes        | restr           | yes            | yes               | yes            | yes          | restr             | other          | other        | other             | head           | close
            HEAD             | yes            | yes               | yes          | yes        | yes             | yes            | yes               | yes            | yes          | yes               | yes            | yes          | yes               | yes            | yes
            FORMER_REFERENT  | yes            | yes               | yes          | yes        | restr           | view           | view              | view           | view         | restr             | other          | other        | other             | head           | close
            AUTHOR           | yes            | yes               | yes          | yes        | yes             | view           | view              | yes            | yes          | yes               | yes            | yes          | yes               | head           | close
            nobody           | reason         | reason            | reason       | reason     | restr           | reason         | reason            | reason         | reason       | reason            | other          | other        | other             | head           | close
            back office      | yes            | yes               | role         | yes        | role            | role           | role              | role           | role         | role              | role           | yes          | role              | role           | role
            no dossier       | role           | role              | role         | role       | role            | role           | role              | role           | role         | role              | role           | role         | role              | role           | role
            """;

    private static final Set<Role> FIELD =
            EnumSet.of(Role.SOCIAL_WORKER, Role.ADMIN_ASSISTANT, Role.TEAM_HEAD, Role.INTAKE_WORKER);

    private record Case(Role role, Set<Link> links, String question, String expected) {}

    @TestFactory
    Stream<DynamicTest> everyRoleWithEveryLinkIsDecidedAsTheTableSays() {
        Map<String, Map<String, String>> table = table();
        List<Case> cases = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Set<Link> links : oneLinkOrNone()) {
                table.get(rowOf(role, links))
                        .forEach((question, expected) -> cases.add(new Case(role, links, question, expected)));
            }
        }
        return cases.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.role() + " " + example.links() + " " + example.question() + ": " + example.expected(),
                        () -> assertThat(said(example)).isEqualTo(example.expected())));
    }

    /** A head's link is borne out by the role of a head alone. */
    private static String rowOf(Role role, Set<Link> links) {
        if (role == Role.BACK_OFFICE) {
            return "back office";
        }
        if (!FIELD.contains(role)) {
            return "no dossier";
        }
        boolean noLink = links.isEmpty()
                || links.contains(Link.DESK)
                || links.contains(Link.ADDRESSEE)
                || (links.contains(Link.HEAD) && role != Role.TEAM_HEAD);
        return noLink ? "nobody" : links.iterator().next().name();
    }

    private static List<Set<Link>> oneLinkOrNone() {
        List<Set<Link>> sets = new ArrayList<>();
        sets.add(Set.of());
        for (Link link : Link.values()) {
            sets.add(Set.of(link));
        }
        return sets;
    }

    private static String said(Case example) {
        List<String> words = Arrays.asList(example.question().split(" ", -1));
        Act act = switch (words.get(0)) {
            case "exists" -> Act.SEE_EXISTENCE;
            case "view" -> Act.VIEW;
            case "record" -> Act.RECORD;
            case "change" -> Act.CHANGE;
            case "settle" -> Act.SETTLE_CONFLICT;
            case "decide" -> Act.DECIDE;
            case "close" -> Act.CLOSE;
            default -> throw new IllegalStateException(example.question());
        };
        Subject subject = SUBJECTS.get(words.get(1));
        return switch (AccessRules.decide(Set.of(example.role()), example.links(), act, subject, false)) {
            case Decision.Allowed allowed -> allowed.tellHead() ? "told" : "yes";
            case Decision.Refused refused ->
                switch (refused.reason()) {
                    case NEEDS_REASON -> "reason";
                    case RESTRICTED -> "restr";
                    case VIEW_ONLY -> "view";
                    case NOT_FOR_ROLE -> "role";
                    case NOT_YOURS_TO_SETTLE -> "other";
                    case NOT_YOURS_TO_CLOSE -> "close";
                    case ONLY_THE_HEAD -> "head";
                    case OTHER_DESK -> "desk";
                };
        };
    }

    /**
     * A register of a site's desks: those who receive there, whom a liaison sheet goes to, and what names nobody for the
     * back office. Rules: R-PER, R-COL.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DESK      | SOCIAL_WORKER   | WALK_IN            | VIEW RECORD CHANGE SETTLE_CONFLICT SEE_EXISTENCE
            DESK      | ADMIN_ASSISTANT | WALK_IN            | VIEW RECORD CHANGE SETTLE_CONFLICT SEE_EXISTENCE
            DESK      | BACK_OFFICE     | WALK_IN            |
            ADDRESSEE | SOCIAL_WORKER   | WALK_IN            |
            ADDRESSEE | SOCIAL_WORKER   | LIAISON            | VIEW CHANGE SEE_EXISTENCE
            ADDRESSEE | ADMINISTRATOR   | LIAISON            |
            TEAM      | SOCIAL_WORKER   | WALK_IN            |
            REFERENT  | TEAM_HEAD       | LIAISON            |
            HEAD      | TEAM_HEAD       | DESK_DAY           |
            DESK      | INTAKE_WORKER   | COLLECTIVE_SESSION | VIEW RECORD CHANGE SETTLE_CONFLICT SEE_EXISTENCE
            """)
    void whatIsWrittenAtADeskBelongsToThoseWhoReceiveThere(Link link, Role role, RecordKind kind, String allowed) {
        Set<Act> expected = EnumSet.noneOf(Act.class);
        if (allowed != null) {
            Stream.of(allowed.split(" ")).map(Act::valueOf).forEach(expected::add);
        }
        Set<Act> may = EnumSet.noneOf(Act.class);
        for (Act act : Act.values()) {
            if (AccessRules.decide(Set.of(role), Set.of(link), act, Subject.record(kind, Audience.SERVICE), true)
                    .isAllowed()) {
                may.add(act);
            }
        }
        assertThat(may).isEqualTo(expected);
    }

    @Test
    void nothingOfADeskIsRestrictedAndTheBackOfficeReadsWhatNamesNobody() {
        assertThat(AccessRules.decide(
                                Set.of(Role.SOCIAL_WORKER),
                                Set.of(Link.DESK),
                                Act.RECORD,
                                Subject.record(RecordKind.WALK_IN, Audience.RESTRICTED),
                                false)
                        .isAllowed())
                .isFalse();
        Subject session = Subject.group(RecordKind.COLLECTIVE_SESSION, "session", Audience.SERVICE);
        assertThat(AccessRules.decide(Set.of(Role.BACK_OFFICE), Set.of(), Act.VIEW, session, false)
                        .isAllowed())
                .isTrue();
        Subject visitor = Subject.group(RecordKind.WALK_IN, "visitor", Audience.SERVICE);
        assertThat(AccessRules.decide(Set.of(Role.BACK_OFFICE), Set.of(), Act.VIEW, visitor, false)
                        .isAllowed())
                .isFalse();
    }

    private static Map<String, Map<String, String>> table() {
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        List<String> heads = List.of();
        for (String line : TABLE.lines().toList()) {
            List<String> cells =
                    Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            if (heads.isEmpty()) {
                heads = cells;
                continue;
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 1; i < cells.size(); i++) {
                row.put(heads.get(i), cells.get(i));
            }
            table.put(cells.get(0), row);
        }
        return table;
    }

    @ParameterizedTest(name = "a stated reason makes {0} of {1} {2}")
    @CsvSource({
        "SEE_EXISTENCE, SERVICE, true",
        "VIEW, SERVICE, true",
        "RECORD, SERVICE, true",
        "RECORD, RESTRICTED, true",
        "VIEW, RESTRICTED, false",
        "CHANGE, SERVICE, false",
        "SETTLE_CONFLICT, SERVICE, false",
        "DECIDE, SERVICE, false"
    })
    void aStatedReasonOpensWhatIsNotRestrictedAndTellsTheHead(Act act, Audience audience, boolean opens) {
        Decision decision = AccessRules.decide(
                Set.of(Role.SOCIAL_WORKER), Set.of(), act, Subject.record(RecordKind.CONTACT, audience), true);

        assertThat(decision.isAllowed()).isEqualTo(opens);
        if (opens) {
            assertThat(decision).isEqualTo(new Decision.Allowed(true));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"BACK_OFFICE", "DIRECTION", "ADMINISTRATOR"})
    void aReasonOpensNothingToThoseWhoAreNoFieldWorkers(Role role) {
        assertThat(AccessRules.decide(
                                Set.of(role),
                                Set.of(),
                                Act.VIEW,
                                Subject.record(RecordKind.CONTACT, Audience.SERVICE),
                                true)
                        .isAllowed())
                .isFalse();
    }

    @Test
    void aReasonTellsNobodyWhereItWasNotNeeded() {
        assertThat(AccessRules.decide(
                        Set.of(Role.SOCIAL_WORKER), Set.of(Link.REFERENT), Act.VIEW, Subject.dossier(), true))
                .isEqualTo(new Decision.Allowed(false));
    }

    @Test
    void rolesAddUp() {
        Set<Role> both = EnumSet.of(Role.BACK_OFFICE, Role.SOCIAL_WORKER);
        Subject address = Subject.group(RecordKind.DOSSIER, "address", Audience.SERVICE);

        assertThat(AccessRules.decide(both, Set.of(), Act.SETTLE_CONFLICT, address, false)
                        .isAllowed())
                .isTrue();
        assertThat(AccessRules.decide(both, Set.of(Link.REFERENT), Act.VIEW, SUBJECTS.get("restricted"), false)
                        .isAllowed())
                .isTrue();
    }

    @ParameterizedTest(name = "R-SHARE {0}.{1} is administrative: {2}")
    @CsvSource({
        "DOSSIER, address, true",
        "DOSSIER, reachability, true",
        "PERSON, identity, true",
        "PERSON, reachability, true",
        "DOSSIER, situation, false",
        "DOSSIER, household, false",
        "PERSON, membership, false",
        "CONTACT, content, false",
        "BILAN_ITEM, statement, false"
    })
    void theBackOfficeSettlesAdministrativeGroupsAlone(RecordKind kind, String group, boolean administrative) {
        assertThat(AccessRules.decide(
                                Set.of(Role.BACK_OFFICE),
                                Set.of(),
                                Act.SETTLE_CONFLICT,
                                Subject.group(kind, group, Audience.SERVICE),
                                false)
                        .isAllowed())
                .isEqualTo(administrative);
        assertThat(Subject.group(kind, group, Audience.RESTRICTED).isAdministrative())
                .isFalse();
    }

    /** {@code R1:02-01:03-01}: referent of one worker from February to the end of it; A administrative, S a replacement. */
    @ParameterizedTest(name = "R-REF {0}: of {1}, {2} have the head on 1 June")
    @CsvSource({
        "1, R1:01-01, R1",
        "2, R1:01-01:03-01, R1",
        "3, R1:01-01:03-01 R2:03-01, R2",
        "4, R1:01-01:03-01 R2:03-01:05-01, R2",
        "5, R1:01-01:05-01 R2:02-01:05-01 A3:01-01:05-01, R1 R2 A3",
        "6, R1:01-01:05-01 A3:01-01:04-01, R1",
        "7, R1:01-01:05-01 A3:01-01, A3",
        "8, R1:01-01:05-01 S2:04-01:05-20, R1",
        "9, R1:01-01:05-01 S2:04-01, R1",
        "10, R1:01-01:05-01 R2:05-20:05-20, R1",
        "11, R1:01-01:05-01 R2:07-01, R1",
        "12, R1:01-01:05-01 R2:07-01:07-01, R1",
        "13, R1:01-01:06-01, R1",
        "14, R2:07-01, ''",
        "15, S2:01-01, ''"
    })
    void aDossierHasTheHeadOfWhoeverAnswersOrDidLast(int number, String terms, String expected) {
        List<ReferentTerm.Term> all =
                Stream.of(terms.split(" ", -1)).map(AccessRulesTest::term).toList();

        List<ReferentTerm.Term> last = DossierLinks.lastAnswering(all, LocalDate.of(2026, 6, 1));

        assertThat(Stream.of(terms.split(" ", -1)).filter(term -> last.contains(term(term))))
                .extracting(term -> term.substring(0, 2))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1)));
    }

    private static ReferentTerm.Term term(String text) {
        String[] parts = text.split(":", -1);
        ReferentRole role = switch (parts[0].charAt(0)) {
            case 'R' -> ReferentRole.REFERENT;
            case 'A' -> ReferentRole.ADMIN_REFERENT;
            default -> ReferentRole.REPLACEMENT;
        };
        return new ReferentTerm.Term(
                new WorkerId(new UUID(2, Long.parseLong(parts[0].substring(1)))),
                role,
                LocalDate.parse("2026-" + parts[1]),
                parts.length < 3 ? null : LocalDate.parse("2026-" + parts[2]));
    }

    @ParameterizedTest(name = "R-REF {0} from January to {1} is on {2}: {3}")
    @CsvSource({
        "REFERENT, , 2026-03-01, REFERENT",
        "REFERENT, 2026-03-01, 2026-02-28, REFERENT",
        "REFERENT, 2026-03-01, 2026-03-01, FORMER_REFERENT",
        "REFERENT, 2026-03-01, 2026-05-31, FORMER_REFERENT",
        "REFERENT, 2026-03-01, 2026-06-01, ''",
        "REFERENT, , 2025-12-31, ''",
        "ADMIN_REFERENT, , 2026-03-01, ADMIN_REFERENT",
        "ADMIN_REFERENT, 2026-03-01, 2026-03-02, FORMER_REFERENT",
        "REPLACEMENT, 2026-03-01, 2026-02-28, REPLACEMENT",
        "REPLACEMENT, 2026-03-01, 2026-03-01, ''"
    })
    void aTermLinksForItsTimeAndALittleLonger(ReferentRole role, LocalDate until, LocalDate today, String link) {
        WorkerId worker = new WorkerId(new UUID(2, 1));
        ReferentTerm.Term term = new ReferentTerm.Term(worker, role, LocalDate.of(2026, 1, 1), until);

        assertThat(DossierLinks.of(worker, List.of(term), today, 3))
                .isEqualTo(link.isEmpty() ? Set.of() : Set.of(Link.valueOf(link)));
        assertThat(DossierLinks.of(new WorkerId(new UUID(2, 9)), List.of(term), today, 3))
                .isEmpty();
    }

    @Test
    void whoeverIsReferentAgainIsNoFormerOne() {
        WorkerId worker = new WorkerId(new UUID(2, 1));
        LocalDate march = LocalDate.of(2026, 3, 1);
        List<ReferentTerm.Term> terms = List.of(
                new ReferentTerm.Term(worker, ReferentRole.REFERENT, march.minusMonths(9), march.minusMonths(1)),
                new ReferentTerm.Term(worker, ReferentRole.REFERENT, march, null));

        assertThat(DossierLinks.of(worker, terms, march, 3)).containsExactly(Link.REFERENT);
    }
}
