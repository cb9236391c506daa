package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.profile.Figure;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Assignments;
import org.tournee.server.store.DayDuty;
import org.tournee.server.store.Grants;
import org.tournee.server.store.RecordWriter;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * Ends the terms on dossiers that were closed so many days ago as the profile says: phones give back what nobody follows any
 * more, and have room for what somebody does. Rules: R-SHARE, R-GDPR. Decision: 0047.
 */
@Singleton
class ClosedTerms implements DayDuty {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedTerms.class);

    /** Closed on that day or before. */
    private static final String CLOSED = "d.org_id = ? and d.status = 'CLOSED' and d.closed_on <= ?";

    /** Not over yet on that day: one that has not begun never does. */
    private static final String GOES_ON = "r.org_id = d.org_id and (r.until_day is null or r.until_day > ?)";

    private final Database database;
    private final Assignments assignments;
    private final RecordWriter writer;

    ClosedTerms(Database database, Assignments assignments, RecordWriter writer) {
        this.database = database;
        this.assignments = assignments;
        this.writer = writer;
    }

    @Override
    public void carry(OrganisationId organisation, LocalDate today, Instant now) {
        held(organisation, today).map(today::minusDays).ifPresent(closed -> {
            List<DossierId> due = due(organisation, closed, today);
            due.forEach(dossier -> end(Actor.service(organisation), dossier, closed, today, now));
            if (!due.isEmpty()) {
                LOG.info("Terms ended on {} dossiers that are closed for long", due.size());
            }
        });
    }

    /** For so many days a closed dossier is held, as is said today; empty where that does not end by itself. */
    private Optional<Integer> held(OrganisationId organisation, LocalDate today) {
        return database.read(connection ->
                        Profiles.latest(connection, organisation, RecordKind.PROFILE, OrganisationProfile.class))
                .flatMap(profile ->
                        Optional.ofNullable(profile.on(today).reminders().closedHeld()))
                .map(Figure::value);
    }

    private List<DossierId> due(OrganisationId organisation, LocalDate closed, LocalDate today) {
        return database.read(connection -> Sql.all(
                connection,
                "select d.dossier_id from dossier_fact d where " + CLOSED + " and exists (select 1 from referent_fact r"
                        + " where r.dossier_id = d.dossier_id and " + GOES_ON + ") order by d.dossier_id",
                row -> new DossierId(Sql.uuid(row, "dossier_id")),
                organisation,
                closed,
                today));
    }

    /** One transaction: terms, grants, what phones have to give back, and the audit. */
    private void end(Actor service, DossierId dossier, LocalDate closed, LocalDate today, Instant now) {
        database.write(connection -> {
            writer.lock(connection, service, Assignments.all(new Grants(connection, service.organisation()), dossier));
            for (RecordId term : running(connection, service, dossier, closed, today)) {
                assignments.end(service, dossier, term, today, now);
            }
            return null;
        });
    }

    /** As they are under the locks: none where it was begun again, or merged into another, meanwhile. */
    private static List<RecordId> running(
            Connection connection, Actor service, DossierId dossier, LocalDate closed, LocalDate today)
            throws SQLException {
        return Sql.all(
                connection,
                "select r.record_id from referent_fact r join dossier_fact d on d.dossier_id = r.dossier_id and "
                        + CLOSED + " where " + GOES_ON + " and r.dossier_id = ? order by r.record_id",
                row -> new RecordId(Sql.uuid(row, "record_id")),
                service.organisation(),
                closed,
                today,
                dossier);
    }
}
