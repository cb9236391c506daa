package org.tournee.server.history;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.WebSession;
import org.tournee.server.audit.AuditCheck;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.page.Html;
import org.tournee.server.web.Viewer;

/** Who signed in and with what: a head's team for its head, everybody for the technical administration. Rule: R-AUD. */
@Controller("/journal")
@Secured({"TEAM_HEAD", "ADMINISTRATOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class JournalController {

    private static final int PAGE = 50;

    private final Database database;
    private final AuditRows rows;
    private final AuditTrail audit;
    private final AuditCheck check;
    private final JournalPages pages;
    private final Viewer viewer;
    private final Html html;

    JournalController(
            Database database,
            AuditRows rows,
            AuditTrail audit,
            AuditCheck check,
            JournalPages pages,
            Viewer viewer,
            Html html) {
        this.database = database;
        this.rows = rows;
        this.audit = audit;
        this.check = check;
        this.pages = pages;
        this.viewer = viewer;
        this.html = html;
    }

    @Get
    HttpResponse<String> journal(
            WebSession session,
            @QueryValue @Nullable String quoi,
            @QueryValue @Nullable String qui,
            @QueryValue @Nullable String avant,
            @QueryValue @Nullable String verifier) {
        JournalFilter filter = JournalFilter.of(quoi, qui, avant);
        boolean team = !session.has(Role.ADMINISTRATOR);
        List<WorkerId> known = database.read(connection -> workers(connection, session, team));
        List<Step> steps = database.write(connection -> read(connection, session, filter, known, team));
        String checked = "oui".equals(verifier) ? said(session) : "";
        return html.ok("history/journal", pages.of(session, filter, steps, known, team, checked, PAGE));
    }

    private List<Step> read(
            Connection connection, WebSession session, JournalFilter filter, List<WorkerId> known, boolean team)
            throws SQLException {
        WorkerId asked = filter.worker();
        List<WorkerId> workers =
                asked == null ? known : known.stream().filter(asked::equals).toList();
        boolean everybody = !team && asked == null;
        List<Step> steps = rows.read(
                connection,
                session.organisation(),
                new AuditRows.Question(
                        AuditTrail.ORGANISATION,
                        filter.part().acts(),
                        everybody ? null : Set.copyOf(workers),
                        filter.before(),
                        PAGE + 1));
        audit.append(
                connection,
                session.organisation(),
                List.of(new AuditEntry(
                        viewer.now(), session.worker(), null, AuditEntry.Act.READ, null, null, "journal")));
        return steps;
    }

    /** A head's team: those who work in a team that they lead. */
    private static List<WorkerId> workers(Connection connection, WebSession session, boolean team) throws SQLException {
        return Sql.all(
                connection,
                """
                select w.worker_id from worker w
                left join team t on t.org_id = w.org_id and t.team_id = w.team_id
                where w.org_id = ? and (not ?::boolean or t.head_id = ?)
                """,
                row -> new WorkerId(Sql.uuid(row, "worker_id")),
                session.organisation(),
                team,
                session.worker());
    }

    private String said(WebSession session) {
        return switch (check.check(session.organisation(), AuditTrail.ORGANISATION)) {
            case AuditCheck.Intact intact -> "Le journal est intact : " + intact.rows() + " lignes vérifiées.";
            case AuditCheck.Broken broken -> "Le journal n’est pas intact à partir de la ligne " + broken.seq() + ".";
        };
    }
}
