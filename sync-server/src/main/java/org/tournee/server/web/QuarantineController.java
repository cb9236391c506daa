package org.tournee.server.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.Quarantine;

/** What phones delivered and could not be applied, for administrators: that it exists, never what is in it. */
@Controller("/mises-de-cote")
@Secured("ADMINISTRATOR")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class QuarantineController {

    private final Quarantine quarantine;
    private final Profiles profiles;
    private final Frames frames;
    private final Html html;

    QuarantineController(Quarantine quarantine, Profiles profiles, Frames frames, Html html) {
        this.quarantine = quarantine;
        this.profiles = profiles;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> all(WebSession session) {
        return html.ok(
                "web/quarantine",
                new QuarantinePage(
                        frames.of(session, "Mises de côté", null),
                        quarantine.all(session.organisation()),
                        profiles.of(session.organisation()).zone()));
    }
}
