package org.tournee.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.dossier.DossierFixture.COLLEAGUE;
import static org.tournee.dossier.DossierFixture.HEAD;
import static org.tournee.dossier.DossierFixture.REFERENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tournee.access.Link;
import org.tournee.closure.Closure.Exit;
import org.tournee.closure.ClosureCarried.Done;
import org.tournee.closure.ClosureCarried.Refusal;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierFixture;
import org.tournee.dossier.DossierStatus;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamHeads;
import org.tournee.profile.ShippedProfile;
import org.tournee.reminder.ReminderRules;
import org.tournee.reminder.ReminderSetting;
import org.tournee.segment.PaceRules;
import org.tournee.segment.ReviewRules;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.sync.RecordId;
import org.tournee.workflow.Signer;

/** A follow-up ends with a reason and begins again by its head. Rules: R-SEG-5, R-SHARE, R-GDPR. */
class ClosureWorkflowTest {

    private static final LocalDate OPENED = LocalDate.of(2026, 1, 5);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
    private static final RecordId FIRST = new RecordId(new UUID(7, 1));
    private static final RecordId SECOND = new RecordId(new UUID(7, 2));
    private static final Signer REFERENT_TODAY =
            new Signer(REFERENT, Set.of(Role.SOCIAL_WORKER), Set.of(Link.REFERENT), TODAY);
    private static final Signer HEAD_TODAY = new Signer(HEAD, Set.of(Role.TEAM_HEAD), Set.of(Link.HEAD), TODAY);

    private final DossierFixture dossier = DossierFixture.openedOn(OPENED).stays(Segment.A, OPENED, null);

    @Test
    void itEndsTodayWithItsStay() {
        Done done = done(close(Exit.MOVED, "", "Parti à Lyon"));

        assertThat(done.closure().ending())
                .isEqualTo(new Closure.Ending(Exit.MOVED, null, "Parti à Lyon", TODAY, REFERENT));
        assertThat(done.dossier().status()).isEqualTo(new Dossier.Status(DossierStatus.CLOSED, OPENED, TODAY));
        assertThat(spans(done)).containsExactly(new Stay.Span(Segment.A, OPENED, TODAY));
    }

    /** Two dossiers that became one: nothing runs on in what is closed. Rule: R-DUP. */
    @Test
    void eachStayThatRunsEndsWithIt() {
        LocalDate later = OPENED.plusDays(20);
        dossier.stays(Segment.C, later, null).stays(Segment.B, OPENED, later);

        assertThat(spans(done(close(Exit.MOVED, "", "Parti à Lyon"))))
                .containsExactlyInAnyOrder(
                        new Stay.Span(Segment.A, OPENED, TODAY), new Stay.Span(Segment.C, later, TODAY));
    }

    @Test
    void aClosedDossierAsksForNothingAnyMore() {
        LocalDate late = TODAY.plusYears(1);
        assertThat(ReminderRules.of(dossier.contents(), late, SETTING)).isNotEmpty();

        DossierContents closed = closed().contents();

        assertThat(ReminderRules.of(closed, late, SETTING)).isEmpty();
        assertThat(ReviewRules.of(closed, late, ShippedProfile.VIENNE.profile()))
                .isEmpty();
        assertThat(PaceRules.of(closed, late, ShippedProfile.VIENNE.profile())).isEmpty();
    }

    private static final ReminderSetting SETTING =
            new ReminderSetting(ShippedProfile.VIENNE.profile(), null, TeamHeads.UNKNOWN);

    @ParameterizedTest
    @CsvSource({
        "SOCIAL_WORKER, REFERENT, true",
        "INTAKE_WORKER, REFERENT, true",
        "SOCIAL_WORKER, REPLACEMENT, true",
        "TEAM_HEAD, HEAD, true",
        "SOCIAL_WORKER, TEAM, false",
        "ADMIN_ASSISTANT, ADMIN_REFERENT, false",
        "SOCIAL_WORKER, FORMER_REFERENT, false",
        "SOCIAL_WORKER, HEAD, false",
        "BACK_OFFICE, REFERENT, false"
    })
    void itIsEndedByWhoeverAnswersForItOrTheHead(Role role, Link link, boolean may) {
        Signer signer = new Signer(COLLEAGUE, Set.of(role), Set.of(link), TODAY);

        ClosureCarried carried = ClosureWorkflow.carry(closing("Parti à Lyon"), dossier.contents(), signer);

        assertThat(carried instanceof Done).isEqualTo(may);
        if (!may) {
            assertThat(carried).isEqualTo(new ClosureCarried.Refused(Refusal.NOT_YOURS_TO_CLOSE));
        }
        assertThat(ClosureWorkflow.mayChange(dossier.contents(), signer)).isEqualTo(may);
    }

    @ParameterizedTest
    @EnumSource(Exit.class)
    void everyExitHasAWrittenReason(Exit exit) {
        assertThat(refused(close(exit, "CAF", " \n"))).isEqualTo(Refusal.REASON_MISSING);
        assertThat(refused(close(exit, "CAF", "x".repeat(10_001)))).isEqualTo(Refusal.TOO_LONG);
        assertThat(refused(close(Closure.Exit.ORIENTED_ELSEWHERE, "x".repeat(201), "Parti")))
                .isEqualTo(Refusal.ORIENTATION_TOO_LONG);
    }

    /** Whoever meets a person first stays answerable until somebody is known to have taken over. Rule: R-REL. */
    @Test
    void whoeverIsOrientedElsewhereIsOrientedToSomebody() {
        assertThat(refused(close(Exit.ORIENTED_ELSEWHERE, " ", "Hors compétence")))
                .isEqualTo(Refusal.ORIENTATION_MISSING);
        assertThat(done(close(Exit.ORIENTED_ELSEWHERE, "CAF", "Hors compétence"))
                        .closure()
                        .ending()
                        .orientedTo())
                .isEqualTo("CAF");
    }

    @Test
    void theSameCommandAgainChangesNothing() {
        assertThat(ClosureWorkflow.carry(closing("Parti à Lyon"), closed().contents(), REFERENT_TODAY))
                .isEqualTo(new ClosureCarried.Repeated());
        assertThat(ClosureWorkflow.carry(reopening("Revenu"), reopened().contents(), HEAD_TODAY))
                .isEqualTo(new ClosureCarried.Repeated());
    }

    @Test
    void whatSomebodyElseDidFirstIsStale() {
        ClosureCommand late = new ClosureCommand.Close(SECOND, 0, Exit.OTHER, "", "Autre motif");

        assertThat(ClosureWorkflow.carry(late, closed().contents(), REFERENT_TODAY))
                .isEqualTo(new ClosureCarried.Stale());
        assertThat(ClosureWorkflow.carry(late, reopened().contents(), REFERENT_TODAY))
                .as("seen before it was closed and begun again")
                .isEqualTo(new ClosureCarried.Stale());
        assertThat(ClosureWorkflow.carry(reopening("Autre motif"), reopened().contents(), HEAD_TODAY))
                .isEqualTo(new ClosureCarried.Stale());
    }

    @Test
    void theHeadAloneBeginsItAgainInItsSegmentByANewStay() {
        DossierContents closed = closed().contents();
        assertThat(ClosureWorkflow.carry(reopening("Revenu"), closed, REFERENT_TODAY))
                .isEqualTo(new ClosureCarried.Refused(Refusal.NOT_YOURS_TO_REOPEN));
        assertThat(ClosureWorkflow.carry(reopening(" "), closed, HEAD_TODAY))
                .isEqualTo(new ClosureCarried.Refused(Refusal.REASON_MISSING));

        Done done = (Done) ClosureWorkflow.carry(reopening("Revenu"), closed, HEAD_TODAY);

        assertThat(done.closure().reopening()).isEqualTo(new Closure.Reopening("Revenu", TODAY, HEAD));
        assertThat(done.dossier().status()).isEqualTo(new Dossier.Status(DossierStatus.OPEN, OPENED, null));
        assertThat(done.begun().span()).isEqualTo(new Stay.Span(Segment.A, TODAY, null));
    }

    private ClosureCommand closing(String reason) {
        return new ClosureCommand.Close(FIRST, 0, Exit.MOVED, "", reason);
    }

    private ClosureCarried close(Exit exit, String orientedTo, String reason) {
        return ClosureWorkflow.carry(
                new ClosureCommand.Close(FIRST, 0, exit, orientedTo, reason), dossier.contents(), REFERENT_TODAY);
    }

    private static ClosureCommand reopening(String reason) {
        return new ClosureCommand.Reopen(FIRST, reason);
    }

    private static List<Stay.Span> spans(Done done) {
        return done.left().stream().map(stay -> stay.value().span()).toList();
    }

    private static Done done(ClosureCarried carried) {
        assertThat(carried).isInstanceOf(Done.class);
        return (Done) carried;
    }

    private static Refusal refused(ClosureCarried carried) {
        return ((ClosureCarried.Refused) carried).reason();
    }

    /** As the service writes it. */
    private static DossierFixture closed() {
        Closure closure = new Closure(new Closure.Ending(Exit.MOVED, null, "Parti à Lyon", TODAY, REFERENT), null);
        return DossierFixture.openedOn(OPENED)
                .closedOn(TODAY)
                .stays(Segment.A, OPENED, TODAY)
                .add(FIRST, closure);
    }

    private static DossierFixture reopened() {
        Closure closure = new Closure(
                new Closure.Ending(Exit.MOVED, null, "Parti à Lyon", TODAY, REFERENT),
                new Closure.Reopening("Revenu", TODAY, HEAD));
        return DossierFixture.openedOn(OPENED)
                .stays(Segment.A, OPENED, TODAY)
                .stays(Segment.A, TODAY, null)
                .add(FIRST, closure);
    }
}
