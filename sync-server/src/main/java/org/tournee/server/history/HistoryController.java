package org.tournee.server.history;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.problem.Problem;
import org.tournee.server.web.Words;

/** A dossier's history, and the statement of it for the person. Rule: R-AUD. */
@Controller("/dossiers/{dossier}/historique")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER", "BACK_OFFICE"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class HistoryController {

    private static final int PAGE = 25;

    /** A statement on paper; one that would be longer says so. */
    private static final int STATEMENT = 1_000;

    private final HistoryReader reader;
    private final HistoryPages pages;
    private final Html html;

    HistoryController(HistoryReader reader, HistoryPages pages, Html html) {
        this.reader = reader;
        this.pages = pages;
        this.html = html;
    }

    @Get
    HttpResponse<String> history(
            WebSession session,
            @PathVariable UUID dossier,
            @QueryValue @Nullable String quoi,
            @QueryValue @Nullable String qui,
            @QueryValue @Nullable String avant) {
        HistoryFilter filter = HistoryFilter.of(quoi, qui, avant);
        DossierId id = new DossierId(dossier);
        HistoryReader.Read read =
                read(reader.read(session, id, filter.part().acts(), filter.worker(), filter.before(), PAGE + 1, false));
        return html.ok("history/history", pages.history(session, id, filter, read, PAGE));
    }

    @Get("/releve")
    HttpResponse<String> statement(WebSession session, @PathVariable UUID dossier) {
        DossierId id = new DossierId(dossier);
        HistoryReader.Read read =
                read(reader.read(session, id, HistoryReader.ALL, null, AuditRows.LATEST, STATEMENT + 1, true));
        return html.ok("history/statement", pages.statement(session, id, read, STATEMENT));
    }

    private static HistoryReader.Read read(HistoryReader.Reading reading) {
        return switch (reading) {
            case HistoryReader.Read read -> read;
            case HistoryReader.Refused refused ->
                throw Problem.of(HttpStatus.FORBIDDEN, "not-allowed", Words.of(refused.reason()))
                        .asException();
            case HistoryReader.Unknown unknown ->
                throw Problem.of(HttpStatus.NOT_FOUND, "unknown-dossier", "Ce dossier n’existe pas.")
                        .asException();
        };
    }
}
