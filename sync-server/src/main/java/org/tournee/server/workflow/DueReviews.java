package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tournee.access.Link;
import org.tournee.dossier.DossierId;
import org.tournee.mandate.MandateDuty;
import org.tournee.organisation.WorkerId;
import org.tournee.reminder.ReminderKind;
import org.tournee.segment.ReviewDuty;
import org.tournee.server.access.WebSession;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.Organisations;
import org.tournee.server.web.LinkedDossiers;
import org.tournee.server.web.Viewer;

/**
 * The reviews that are due, as the reminders say: brought up to date after each change of a dossier and every day, so that
 * no dossier is opened for the list. Rules: R-SEG-5, R-SEG-7, R-BO.
 */
@Singleton
class DueReviews {

    private static final Map<ReminderKind, Enum<?>> DUTIES = Map.of(
            ReminderKind.STAY_LIMIT, ReviewDuty.STAY_REVIEW,
            ReminderKind.DEFINITIVE_ALLOCATION, ReviewDuty.DEFINITIVE_ALLOCATION,
            ReminderKind.ANNUAL_REVISION, ReviewDuty.ANNUAL_REVISION,
            ReminderKind.MANDATE_REVIEW, MandateDuty.Kind.REVIEW,
            ReminderKind.MANDATE_ENDING, MandateDuty.Kind.ENDING,
            ReminderKind.EXEMPTION_ASKED, ReminderKind.EXEMPTION_ASKED);

    private static final String[] KINDS =
            DUTIES.keySet().stream().map(ReminderKind::name).toArray(String[]::new);

    /** Two statements: a plan is made once for each, whoever asks. */
    private static final String TOLD = """
            select upper(split_part(cause, '/', 1)) as kind, dossier_id, due_on, worker_id from reminder_told
            where org_id = ? and ended_at is null and upper(split_part(cause, '/', 1)) = any(?)
            """;

    private static final String IN_ORDER = "order by due_on, cause, worker_id";
    private static final String OF_ALL = TOLD + IN_ORDER;
    private static final String OF_THE_VIEWER = TOLD + "and worker_id = ? " + IN_ORDER;

    /**
     * A review that is near or overdue, of the segment or of a mandate, or an exemption that is asked for.
     *
     * @param duty which: a {@link ReviewDuty}, a {@link MandateDuty.Kind} or {@link ReminderKind#EXEMPTION_ASKED}
     * @param dueOn the last day on which it is in time
     * @param whom who is to see to it
     * @param links of the viewer to the dossier
     * @param isTheirs whether it is the viewer who sees to it
     */
    record Due(DossierId dossier, Enum<?> duty, LocalDate dueOn, WorkerId whom, Set<Link> links, boolean isTheirs) {

        /** Where one sees to it. */
        String path() {
            return "/dossiers/" + dossier + (duty instanceof MandateDuty.Kind ? "/demandes" : "/segment");
        }
    }

    private record Key(DossierId dossier, Enum<?> duty) {}

    private final Database database;
    private final LinkedDossiers linked;
    private final Profiles profiles;
    private final Organisations organisations;
    private final Viewer viewer;

    DueReviews(
            Database database, LinkedDossiers linked, Profiles profiles, Organisations organisations, Viewer viewer) {
        this.database = database;
        this.linked = linked;
        this.profiles = profiles;
        this.organisations = organisations;
        this.viewer = viewer;
    }

    /** How many the viewer is to see to; asked for on every page, and of most viewers it reads no more than that there are none. */
    int count(WebSession session) {
        return linked(session, told(OF_THE_VIEWER, session.organisation(), KINDS, session.worker()))
                .size();
    }

    /** Each duty of a dossier once, the first due first, on dossiers to which the viewer is linked. */
    List<Due> of(WebSession session) {
        return linked(session, told(OF_ALL, session.organisation(), KINDS));
    }

    private List<Told> told(String sql, Object... values) {
        return database.read(connection -> Sql.all(connection, sql, DueReviews::told, values));
    }

    private List<Due> linked(WebSession session, List<Told> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        LocalDate today = organisations.today(session.organisation(), viewer.now());
        Map<DossierId, Set<Link>> links =
                linked.of(session.organisation(), session.worker(), today, profiles.of(session.organisation()));
        Map<Key, Due> due = new LinkedHashMap<>();
        for (Told one : told) {
            Set<Link> theirs = links.get(one.dossier());
            boolean mine = one.whom().equals(session.worker());
            if (theirs != null && (mine || theirs.contains(Link.HEAD))) {
                due.merge(
                        new Key(one.dossier(), one.duty()),
                        new Due(one.dossier(), one.duty(), one.dueOn(), one.whom(), theirs, mine),
                        (known, other) -> other.isTheirs() ? other : known);
            }
        }
        return new ArrayList<>(due.values());
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                new DossierId(Sql.uuid(row, "dossier_id")),
                Objects.requireNonNull(DUTIES.get(ReminderKind.valueOf(row.getString("kind")))),
                row.getObject("due_on", LocalDate.class),
                new WorkerId(Sql.uuid(row, "worker_id")));
    }

    private record Told(DossierId dossier, Enum<?> duty, LocalDate dueOn, WorkerId whom) {}
}
