package org.tournee.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.SiteId;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.WorkerId;
import org.tournee.request.Request.Urgency;
import org.tournee.sync.Audience;
import org.tournee.sync.Groups;
import org.tournee.sync.ReceptionChecks;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Violation;

/** Receiving whoever comes: the queue, the sheets and the figures. Rules: R-PER, R-COL. */
class ReceptionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
    private static final Instant NINE = Instant.parse("2026-03-09T08:00:00Z");
    private static final RecordId DESK = new RecordId(new UUID(0, 7));
    private static final WorkerId ME = new WorkerId(new UUID(0, 8));
    private static final DossierId REGISTER = new DossierId(new UUID(0, 9));

    private final List<StoredRecord> records = new ArrayList<>(List.of(stored(
            RecordKind.RECEPTION_REGISTER,
            REGISTER.value(),
            ReceptionRegister.of(new SiteId(new UUID(0, 1)), "Civray", TODAY))));

    private static Instant after(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }

    private static StoredRecord stored(RecordKind kind, UUID id, Object value) {
        return new StoredRecord(
                new RecordId(id), kind.code(), Audience.SERVICE, 1, 1, ME, ME, NINE, NINE, false, Groups.of(value));
    }

    private void comes(int number, WalkIn walkIn) {
        records.add(stored(RecordKind.WALK_IN, new UUID(1, number), walkIn));
    }

    private RegisterContents register() {
        return RegisterContents.of(REGISTER, records).orElseThrow();
    }

    private static WalkIn arrived(int minute) {
        return WalkIn.arrived(DESK, TODAY, after(minute));
    }

    @Test
    void whoIsUrgentIsReceivedFirstThenWhoCameFirst() {
        comes(1, arrived(0));
        comes(2, arrived(5).with(new WalkIn.Need(Topic.HOUSING, Urgency.IMMEDIATE, "")));
        comes(3, arrived(3));
        comes(4, arrived(1).with(WalkIn.Course.WAITING.ended(WalkIn.State.LEFT, ME, after(9))));
        comes(5, WalkIn.arrived(new RecordId(new UUID(0, 77)), TODAY, NINE));

        assertThat(register().queue(DESK, TODAY))
                .extracting(entry -> entry.id().value().getLeastSignificantBits())
                .containsExactly(2L, 1L, 3L);
        assertThat(register().gone(DESK, TODAY)).hasSize(1);
    }

    @Test
    void timeWaitedIsFromArrivalToReceptionAndNeverNegative() {
        WalkIn waiting = arrived(10);
        assertThat(waiting.waited(after(25))).isEqualTo(Duration.ofMinutes(15));
        WalkIn received = waiting.with(waiting.course().received(ME, after(22)));
        assertThat(received.waited(after(50))).isEqualTo(Duration.ofMinutes(12));
        WalkIn otherClock = waiting.with(waiting.course().received(ME, after(4)));
        assertThat(otherClock.waited(after(50))).isEqualTo(Duration.ZERO);
    }

    @Test
    void figuresCountWhoCameByHowItEnded() {
        comes(
                1,
                arrived(0)
                        .with(WalkIn.Course.WAITING.received(ME, after(4)).ended(WalkIn.State.SETTLED, ME, after(9))));
        comes(2, arrived(0).with(WalkIn.Course.WAITING.ended(WalkIn.State.PASSED_ON, ME, after(20))));
        comes(3, arrived(0).with(WalkIn.Course.WAITING.ended(WalkIn.State.LEFT, ME, after(40))));
        comes(4, arrived(0).with(WalkIn.Course.WAITING.received(ME, after(30))));
        comes(5, arrived(0));

        assertThat(register().attendance(DESK, TODAY))
                .isEqualTo(new Attendance(5, 0, 2, 1, 1, 1, Duration.ofMinutes(20)));
        assertThat(register().attendance(DESK, TODAY.plusDays(1))).isEqualTo(Attendance.NONE);
    }

    /** Whoever settles somebody's matter at once has received them, and was the one who did. */
    @Test
    void whoeverEndsItWithoutReceivingFirstReceivedThemThen() {
        WalkIn.Course settled = WalkIn.Course.WAITING.ended(WalkIn.State.SETTLED, ME, after(3));
        assertThat(settled).isEqualTo(new WalkIn.Course(WalkIn.State.SETTLED, after(3), ME, after(3)));
        assertThat(WalkIn.Course.WAITING.ended(WalkIn.State.LEFT, ME, after(3)).receivedAt())
                .isNull();
    }

    /** Rule: R-PER, unconditional first reception. Source: 004 §2.1.1. */
    @Test
    void nobodyNeedsANameADossierOrAReasonToBeReceived() {
        assertThat(ReceptionChecks.of(arrived(0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WAITING, false, false, ''",
        "RECEIVED, true, false, ''",
        "RECEIVED, false, false, received_at",
        "SETTLED, true, true, ''",
        "SETTLED, true, false, ended_at",
        "PASSED_ON, false, true, received_at",
        "LEFT, false, true, ''",
        "LEFT, true, true, ''",
        "WAITING, false, true, ended_at"
    })
    void eachStateHasItsMoments(WalkIn.State state, boolean received, boolean ended, String wrong) {
        WalkIn.Course course =
                new WalkIn.Course(state, received ? NINE : null, received ? ME : null, ended ? NINE : null);
        assertThat(ReceptionChecks.of(arrived(0).with(course)))
                .extracting(Violation::field)
                .containsExactlyElementsOf(wrong.isEmpty() ? List.of() : List.of(wrong));
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, '', INCOMPLETE",
        "true, false, '', ''",
        "false, true, '', ''",
        "false, false, CCAS, ''",
        "true, true, '', INCOMPLETE",
        "true, false, CCAS, INCOMPLETE"
    })
    void aLiaisonSheetGoesToExactlyOne(boolean worker, boolean team, String service, String wrong) {
        LiaisonSheet sheet = sheet(new LiaisonSheet.Address(
                worker ? ME : null, team ? new TeamId(new UUID(0, 3)) : null, service.isEmpty() ? null : service));
        assertThat(ReceptionChecks.of(sheet))
                .extracting(violation -> violation.code().name())
                .containsExactlyElementsOf(wrong.isEmpty() ? List.of() : List.of(wrong));
    }

    @Test
    void aSheetReachesItsColleagueAndTheWholeTeam() {
        TeamId team = new TeamId(new UUID(0, 3));
        WorkerId other = new WorkerId(new UUID(0, 4));
        assertThat(LiaisonSheet.Address.to(ME).reaches(ME, null)).isTrue();
        assertThat(LiaisonSheet.Address.to(ME).reaches(other, team)).isFalse();
        assertThat(LiaisonSheet.Address.to(team).reaches(other, team)).isTrue();
        assertThat(LiaisonSheet.Address.to(team).reaches(other, null)).isFalse();
        assertThat(LiaisonSheet.Address.to("CCAS").reaches(ME, team)).isFalse();
    }

    private static LiaisonSheet sheet(LiaisonSheet.Address address) {
        return new LiaisonSheet(
                new LiaisonSheet.Message(DESK, "", "", "À rappeler", Urgency.NORMAL, TODAY), address, null);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01, 2026-01-01", "2026-03-31, 2026-01-01", "2026-04-01, 2026-04-01", "2026-12-31, 2026-10-01"})
    void aRegisterIsThatOfAQuarterAndGoesHalfAYearAfter(LocalDate day, LocalDate from) {
        ReceptionRegister.Span span =
                ReceptionRegister.of(new SiteId(new UUID(0, 1)), "Civray", day).span();
        assertThat(span.from()).isEqualTo(from);
        assertThat(span.holds(day)).isTrue();
        assertThat(span.holds(span.until())).isFalse();
        assertThat(ReceptionRegister.isOver(
                        span.until(), span.until().plusMonths(6).minusDays(1)))
                .isFalse();
        assertThat(ReceptionRegister.isOver(span.until(), span.until().plusMonths(6)))
                .isTrue();
    }

    @Test
    void aPermanenceOpensOnItsDayAndASitesDeskOnAny() {
        assertThat(desk(DayOfWeek.MONDAY, true).mayOpenOn(TODAY)).isTrue();
        assertThat(desk(DayOfWeek.TUESDAY, true).mayOpenOn(TODAY)).isFalse();
        assertThat(desk(null, true).mayOpenOn(TODAY)).isTrue();
        assertThat(desk(null, false).mayOpenOn(TODAY)).isFalse();
    }

    private static Desk desk(@Nullable DayOfWeek day, boolean open) {
        return new Desk(new Desk.Place(
                new SiteId(new UUID(0, 1)), "Civray", "Gençay", day, day == null ? null : LocalTime.of(9, 0), 1, open));
    }

    @ParameterizedTest
    @CsvSource({"90, 8, 3, ''", "0, 8, 3, minutes", "90, -1, 0, participants", "90, 8, 9, first_time", "90, 0, 0, ''"})
    void aSessionCountsItsParticipantsAndNoMoreNewcomersThanThose(int minutes, int came, int fresh, String wrong) {
        CollectiveSession session =
                new CollectiveSession(new CollectiveSession.Session(DESK, TODAY, minutes, came, fresh));
        assertThat(ReceptionChecks.of(session).stream().map(Violation::field).distinct())
                .containsAll(wrong.isEmpty() ? List.of() : List.of(wrong));
        assertThat(ReceptionChecks.of(session).isEmpty()).isEqualTo(wrong.isEmpty());
    }

    @Test
    void anActionHasATitleAndAService() {
        CollectiveAction action = new CollectiveAction(new CollectiveAction.Theme(Topic.FINANCE, " ", "", TODAY), null);
        assertThat(ReceptionChecks.of(action)).extracting(Violation::field).containsExactly("title", "service");
        assertThat(ReceptionChecks.of(action.ended(TODAY.minusDays(1))))
                .extracting(Violation::code)
                .contains(Violation.Code.ENDS_BEFORE_START);
    }
}
