package org.tournee.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.organisation.Role;
import org.tournee.organisation.SiteId;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.ReceptionRegister;
import org.tournee.reception.RegisterContents;
import org.tournee.request.Request;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;

/** A liaison sheet that nobody took over is told, and told to the head. Rules: R-REL, R-REM, R-PER. */
class LiaisonRemindersTest {

    private static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();
    private static final LocalDate SENT = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE =
            SENT.plusDays(PROFILE.reminders().liaison().value());
    private static final int ESCALATION = PROFILE.reminders().escalation().value();
    private static final TeamId TEAM = new TeamId(new UUID(5, 1));
    private static final TeamId DESK = new TeamId(new UUID(5, 2));

    private static final Map<WorkerId, Worker> WORKERS = Map.of(
            worker(1), of(TEAM, Role.SOCIAL_WORKER),
            worker(2), of(TEAM, Role.ADMIN_ASSISTANT),
            worker(3), of(TEAM, Role.TEAM_HEAD),
            worker(4), of(TEAM, Role.DIRECTION),
            worker(5), of(DESK, Role.INTAKE_WORKER),
            worker(6), of(DESK, Role.TEAM_HEAD));

    /** Passed on by 5. To: W1 worker 1, T the team of 1 to 4, S a service. Told: their numbers. */
    @ParameterizedTest(name = "{0}: to {1}, {2} days after it is due, {3}: {4}")
    @CsvSource({
        "1,  W1, -1, OPEN,  ''",
        "2,  W1, 0,  OPEN,  1 5",
        "3,  W1, ESC, OPEN, 1 3 5",
        "4,  T,  -1, OPEN,  ''",
        "5,  T,  0,  OPEN,  1 2 3 5",
        "6,  T,  ESC, OPEN, 1 2 3 5",
        "7,  S,  0,  OPEN,  5",
        "8,  S,  ESC, OPEN, 5 6",
        "9,  W1, ESC, TAKEN, ''",
        "10, T,  ESC, TAKEN, ''",
    })
    void itIsToldToWhoMayTakeItOverAndToWhoPassedItOn(int number, String to, String days, String state, String told) {
        LocalDate today = DUE.plusDays(days.equals("ESC") ? ESCALATION : Integer.parseInt(days));
        LiaisonSheet sheet = sheet(to, Request.Urgency.NORMAL);

        List<Reminder> reminders =
                reminders(state.equals("TAKEN") ? sheet.takenOver(worker(1), SENT) : sheet, today, PROFILE);

        assertThat(reminders.stream()
                        .map(reminder -> Long.toString(reminder.whom().value().getLeastSignificantBits()))
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(told);
        assertThat(reminders).allSatisfy(reminder -> {
            assertThat(reminder.kind()).isEqualTo(ReminderKind.LIAISON_WAITING);
            assertThat(reminder.dueOn()).isEqualTo(DUE);
            assertThat(reminder.cause()).doesNotContain("Karimi").contains(DUE.toString());
            assertThat(reminder.urgent()).isFalse();
        });
    }

    @Test
    void oneThatCannotWaitDoesNotWaitForTheDigest() {
        assertThat(reminders(sheet("W1", Request.Urgency.IMMEDIATE), DUE, PROFILE))
                .isNotEmpty()
                .allMatch(Reminder::urgent);
    }

    private static List<Reminder> reminders(LiaisonSheet sheet, LocalDate today, OrganisationProfile profile) {
        DossierId register = new DossierId(new UUID(6, 1));
        RegisterContents contents = new RegisterContents(
                register,
                entry(
                        1,
                        new ReceptionRegister(new ReceptionRegister.Span(
                                new SiteId(new UUID(7, 1)), "MDS", SENT, SENT.plusMonths(6))),
                        null),
                List.of(),
                List.of(),
                List.of(entry(2, sheet, worker(5))),
                List.of(),
                List.of(),
                List.of(),
                0);
        return LiaisonReminders.of(contents, today, profile, WORKERS);
    }

    private static <T> Entry<T> entry(int id, T value, @Nullable WorkerId author) {
        return new Entry<>(
                new RecordId(new UUID(8, id)), value, Audience.SERVICE, 1, author, author, null, null, false);
    }

    private static LiaisonSheet sheet(String to, Request.Urgency urgency) {
        LiaisonSheet.Address address = switch (to) {
            case "W1" -> LiaisonSheet.Address.to(worker(1));
            case "T" -> LiaisonSheet.Address.to(TEAM);
            default -> LiaisonSheet.Address.to("Maison de la justice");
        };
        return new LiaisonSheet(
                new LiaisonSheet.Message(new RecordId(new UUID(8, 9)), "Amina Karimi", "", "Rappeler", urgency, SENT),
                address,
                null);
    }

    private static WorkerId worker(int number) {
        return new WorkerId(new UUID(2, number));
    }

    private static Worker of(TeamId team, Role role) {
        return new Worker(new Worker.Profile("Camille Moreau", List.of(role), 100, team, null));
    }
}
