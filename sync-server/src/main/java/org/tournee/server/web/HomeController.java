package org.tournee.server.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;

/** The door: to what the role has to do. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class HomeController {

    private final Frames frames;
    private final Html html;

    HomeController(Frames frames, Html html) {
        this.frames = frames;
        this.html = html;
    }

    @Get("/")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> home(WebSession session) {
        List<Section> sections = Section.openTo(session.roles());
        if (sections.isEmpty()) {
            return html.ok("web/nothing", frames.of(session, "Bienvenue", null));
        }
        return HttpResponse.seeOther(URI.create(sections.getFirst().path()));
    }
}
