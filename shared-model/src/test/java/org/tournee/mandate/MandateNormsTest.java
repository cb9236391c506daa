package org.tournee.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tournee.dossier.DossierFixture.ADULT;
import static org.tournee.dossier.DossierFixture.HEAD;
import static org.tournee.dossier.DossierFixture.REFERENT;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.dossier.DossierFixture;
import org.tournee.organisation.TeamHeads;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.reminder.Reminder;
import org.tournee.reminder.ReminderKind;
import org.tournee.reminder.ReminderRules;
import org.tournee.reminder.ReminderSetting;
import org.tournee.segment.PaceRules;
import org.tournee.segment.PaceStatus;
import org.tournee.segment.Segment;

/** What mandates ask for of their own: contacts, reviews, what is due at their end. Rules: R-MAN, R-SEG-0, R-REM. */
class MandateNormsTest {

    /** Without segments: an eviction enquiry asks for a contact in two months and is reviewed every two. */
    private static final OrganisationProfile PROFILE = ShippedProfile.SANS_SEGMENTS.profile();

    private static final LocalDate START = LocalDate.of(2026, 1, 31);

    private static Mandate mandate(Mandate.Kind kind, @Nullable LocalDate end, @Nullable LocalDate reviewed) {
        Mandate made = new Mandate(new Mandate.Mission(kind, "Préfecture", "rapport"), new Mandate.Term(START, end));
        return reviewed == null ? made : made.reviewed(reviewed, REFERENT, "Le bail tient.");
    }

    @ParameterizedTest(name = "R-MAN duty {0}: {1} from 31 January to {2}, reviewed {3}, on {4}: {5}, due {6}, {7}")
    @CsvSource({
        "1, EVICTION_ENQUIRY, , , 2026-01-31, REVIEW, 2026-03-31, FIRST",
        "2, EVICTION_ENQUIRY, , , 2026-03-01, REVIEW, 2026-03-31, SECOND",
        "3, EVICTION_ENQUIRY, , , 2026-03-24, REVIEW, 2026-03-31, LAST",
        "4, EVICTION_ENQUIRY, , , 2026-03-31, REVIEW, 2026-03-31, LAST",
        "5, EVICTION_ENQUIRY, , , 2026-04-01, REVIEW, 2026-03-31, OVERDUE",
        "6, EVICTION_ENQUIRY, , 2026-02-28, 2026-04-01, REVIEW, 2026-04-28, SECOND",
        "7, EVICTION_ENQUIRY, 2026-03-31, , 2026-02-01, ENDING, 2026-03-30, FIRST",
        "8, EVICTION_ENQUIRY, 2026-04-01, , 2026-02-01, REVIEW, 2026-03-31, FIRST",
        "9, EVICTION_ENQUIRY, 2026-04-01, 2026-03-10, 2026-03-25, ENDING, 2026-03-31, LAST",
        "10, EVICTION_ENQUIRY, 2026-04-01, , 2026-03-31, REVIEW, 2026-03-31, LAST",
        "11, EVICTION_ENQUIRY, 2026-04-01, , 2026-04-01, , , ",
        "12, OTHER, , , 2026-06-01, , , ",
        "13, OTHER, 2026-07-01, , 2026-06-01, ENDING, 2026-06-30, SECOND",
        "14, MINIMUM_INCOME_SUPPORT, , , 2026-12-01, REVIEW, 2027-01-31, NOT_YET"
    })
    void itIsReviewedAndEnds(
            int number,
            Mandate.Kind kind,
            LocalDate end,
            LocalDate reviewed,
            LocalDate today,
            MandateDuty.Kind duty,
            LocalDate due,
            String stage) {
        assertThat(MandateDuty.next(mandate(kind, end, reviewed), today, PROFILE)
                        .map(next -> next.kind() + " " + next.dueOn() + " " + next.stage())
                        .orElse(""))
                .isEqualTo(duty == null ? "" : duty + " " + due + " " + stage);
    }

    @ParameterizedTest(name = "R-MAN norm {0}: {1}, {2} contacts, on {3}: {4}, next due {5}")
    @CsvSource({
        "1, EVICTION_ENQUIRY, 0, 2026-02-01, ON_TRACK, 2026-03-30",
        "2, EVICTION_ENQUIRY, 0, 2026-03-16, DUE, 2026-03-30",
        "3, EVICTION_ENQUIRY, 0, 2026-03-30, DUE, 2026-03-30",
        "4, EVICTION_ENQUIRY, 1, 2026-03-16, MET, ",
        "5, EVICTION_ENQUIRY, 0, 2026-03-31, ON_TRACK, 2026-05-30",
        "6, BUDGET_SUPPORT, 0, 2026-04-02, LATE, 2026-04-01",
        "7, BUDGET_SUPPORT, 1, 2026-04-02, ON_TRACK, 2026-05-31",
        "8, OTHER, 0, 2026-04-02, , "
    })
    void contactsAreExpectedFromItsFirstDayOn(
            int number, Mandate.Kind kind, int contacts, LocalDate today, PaceStatus status, LocalDate due) {
        DossierFixture dossier = DossierFixture.openedOn(START);
        Mandate mandate = mandate(kind, null, null);
        dossier.add(mandate);
        for (int at = 0; at < contacts; at++) {
            dossier.contact(visit(START.plusDays(at)), REFERENT);
        }

        assertThat(PaceRules.of(dossier.contents(), mandate, today, PROFILE)
                        .map(pace -> pace.status() + " " + pace.nextDueOn())
                        .orElse(""))
                .isEqualTo(status == null ? "" : status + " " + due);
    }

    private static Contact visit(LocalDate day) {
        return new Contact(
                new Contact.Meeting(
                        day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                        Channel.IN_PERSON,
                        Place.HOME,
                        Planning.PLANNED,
                        Happening.HELD,
                        30),
                new Contact.Attendance(List.of(ADULT)),
                new Contact.Content(List.of(), true, "", Result.NONE),
                null);
    }

    @ParameterizedTest(name = "R-MAN {0}: a review dated {1}, the last on {2}, today 1 June: {3}")
    @CsvSource({
        "1, 2026-06-01, , true",
        "2, 2026-06-02, , false",
        "3, 2026-01-31, , true",
        "4, 2026-01-30, , false",
        "5, 2026-03-01, 2026-03-02, false",
        "6, 2026-03-02, 2026-03-02, true"
    })
    void aReviewIsDatedWhenItWasHeld(int number, LocalDate on, LocalDate last, boolean may) {
        assertThat(mandate(Mandate.Kind.OTHER, null, last).mayBeReviewed(on, LocalDate.of(2026, 6, 1)))
                .isEqualTo(may);
    }

    @Test
    void eachOfThemHasItsOwnPaceFromOneReadingOfTheJournal() {
        DossierFixture dossier = DossierFixture.openedOn(START);
        Mandate budget = mandate(Mandate.Kind.BUDGET_SUPPORT, null, null);
        Mandate enquiry = mandate(Mandate.Kind.EVICTION_ENQUIRY, null, null);
        var budgetId = dossier.add(budget);
        dossier.add(mandate(Mandate.Kind.OTHER, null, null));
        var enquiryId = dossier.add(enquiry);
        dossier.contact(visit(START.plusDays(2)), REFERENT);
        LocalDate today = LocalDate.of(2026, 3, 16);

        assertThat(PaceRules.ofMandates(dossier.contents(), today, PROFILE))
                .containsExactly(
                        Map.entry(
                                budgetId,
                                PaceRules.of(dossier.contents(), budget, today, PROFILE)
                                        .orElseThrow()),
                        Map.entry(
                                enquiryId,
                                PaceRules.of(dossier.contents(), enquiry, today, PROFILE)
                                        .orElseThrow()));
    }

    @Test
    void whereAStayHasAPaceItLeadsElseTheMandateDueFirstDoes() {
        DossierFixture dossier = DossierFixture.openedOn(START);
        dossier.add(mandate(Mandate.Kind.BUDGET_SUPPORT, null, null));
        dossier.add(mandate(Mandate.Kind.EVICTION_ENQUIRY, null, null));

        assertThat(PaceRules.leading(dossier.contents(), START, PROFILE)
                        .orElseThrow()
                        .nextDueOn())
                .isEqualTo(LocalDate.of(2026, 3, 30));
        dossier.stays(Segment.A, START, null);
        assertThat(PaceRules.leading(dossier.contents(), START, ShippedProfile.VIENNE.profile())
                        .orElseThrow()
                        .normed()
                        .norm()
                        .segment())
                .isEqualTo(Segment.A);
    }

    private static List<Reminder> told(DossierFixture dossier, LocalDate today) {
        return ReminderRules.of(
                dossier.contents(), today, new ReminderSetting(PROFILE, null, new TeamHeads(Map.of(REFERENT, HEAD))));
    }

    @Test
    void eachIsToldAboutItsMandateAndGoneOnceItIsReviewed() {
        DossierFixture due = DossierFixture.openedOn(START);
        var id = due.add(mandate(Mandate.Kind.EVICTION_ENQUIRY, null, null));
        DossierFixture reviewed = DossierFixture.openedOn(START);
        reviewed.add(mandate(Mandate.Kind.EVICTION_ENQUIRY, null, LocalDate.of(2026, 3, 25)));
        LocalDate today = LocalDate.of(2026, 3, 25);

        assertThat(told(due, today))
                .extracting(Reminder::kind, Reminder::record, Reminder::whom)
                .containsExactly(
                        tuple(ReminderKind.CONTACT_DUE, id, REFERENT),
                        tuple(ReminderKind.MANDATE_REVIEW, id, REFERENT));
        assertThat(told(reviewed, today.plusDays(1)))
                .extracting(reminder -> reminder.kind() + " " + reminder.dueOn())
                .contains("MANDATE_REVIEW 2026-05-25")
                .doesNotContain("MANDATE_REVIEW 2026-03-31");
    }

    /** There is one reminder of a duty for each mandate whose duty is near or past, keyed by it, and no other. */
    @Property(tries = 300)
    void thereIsOneIfAndOnlyIfItsCauseIs(
            @ForAll @Size(max = 6) List<Mandate.Kind> kinds,
            @ForAll @IntRange(min = 0, max = 500) int day,
            @ForAll @IntRange(min = 1, max = 400) int length,
            @ForAll boolean ends) {
        DossierFixture dossier = DossierFixture.openedOn(START);
        LocalDate today = START.plusDays(day);
        List<String> expected = new ArrayList<>();
        for (Mandate.Kind kind : kinds) {
            LocalDate end = ends ? START.plusDays(length) : null;
            var id = dossier.add(mandate(kind, end, null));
            int months = switch (kind) {
                case CHILD_AT_RISK_REPORT -> 3;
                case MINIMUM_INCOME_SUPPORT -> 12;
                case BUDGET_SUPPORT -> 6;
                case EVICTION_ENQUIRY -> 2;
                case OTHER -> 0;
            };
            LocalDate review = months == 0 ? null : START.plusMonths(months);
            boolean over = end != null && !today.isBefore(end);
            boolean ending = end != null && (review == null || !review.isBefore(end));
            LocalDate due = ending ? end.minusDays(1) : review;
            if (!over && due != null && !today.isBefore(due.minusDays(60))) {
                expected.add((ending ? ReminderKind.MANDATE_ENDING : ReminderKind.MANDATE_REVIEW)
                                .name()
                                .toLowerCase(Locale.ROOT)
                        + "/" + id + "/" + due);
            }
        }

        List<String> causes = told(dossier, today).stream()
                .map(Reminder::cause)
                .filter(cause -> cause.startsWith("mandate_"))
                .map(cause -> cause.substring(0, cause.lastIndexOf('/')))
                .distinct()
                .toList();

        assertThat(causes).containsExactlyInAnyOrderElementsOf(expected);
    }
}
