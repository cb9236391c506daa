package org.tournee.server.reminder;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.reminder.PhoneSilence;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.segment.Profiles;

/**
 * Notes the phones that were not synced for long: to their worker, and to the head of the team once it lasts. What was
 * written on such a phone is on it alone. Rules: R-REM, R-SYN, R-SEG-10.
 */
@Singleton
public class SilentPhones {

    private static final String PHONES = """
            select s.worker_id, greatest(s.seen_at, p.pulled_at) as heard_at, t.head_id from stream s
            join worker w on w.org_id = s.org_id and w.worker_id = s.worker_id and w.active
            left join team t on t.org_id = w.org_id and t.team_id = w.team_id
            left join stream_pull p on p.org_id = s.org_id and p.stream_id = s.stream_id
            where s.org_id = ? and s.state = 'ACTIVE' and s.device_name <> 'web'
            """;

    private final Database database;
    private final Profiles profiles;
    private final Clock clock;

    SilentPhones(Database database, Profiles profiles, Clock clock) {
        this.database = database;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** Brings what is to be told of an organisation's phones up to date. */
    public void bringUpToDate(OrganisationId organisation) {
        OrganisationProfile profile = profiles.of(organisation);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, profile.zone());
        database.write(connection -> {
            List<Phone> phones = Sql.all(connection, PHONES, Phone::of, organisation);
            new ReminderLedger(connection, organisation, now, profile).settle(silences(phones, today, profile));
            return null;
        });
    }

    private static Map<PhoneSilence, Set<WorkerId>> silences(
            List<Phone> phones, LocalDate today, OrganisationProfile profile) {
        Map<PhoneSilence, Set<WorkerId>> silences = new LinkedHashMap<>();
        for (Phone phone : phones) {
            Optional<PhoneSilence> silence = PhoneSilence.of(phone.worker(), phone.heardAt(), today, profile);
            silence.ifPresent(one -> {
                Set<WorkerId> told = silences.computeIfAbsent(one, first -> new LinkedHashSet<>());
                told.add(phone.worker());
                WorkerId head = phone.head();
                if (head != null && !today.isBefore(one.escalatesOn(profile))) {
                    told.add(head);
                }
            });
        }
        return silences;
    }

    /** One phone, and when it was last heard of. */
    private record Phone(
            WorkerId worker, Instant heardAt, @Nullable WorkerId head) {

        static Phone of(ResultSet row) throws SQLException {
            return new Phone(
                    new WorkerId(Sql.uuid(row, "worker_id")),
                    Sql.instant(row, "heard_at"),
                    Optional.ofNullable(Sql.uuidOrNull(row, "head_id"))
                            .map(WorkerId::new)
                            .orElse(null));
        }
    }
}
