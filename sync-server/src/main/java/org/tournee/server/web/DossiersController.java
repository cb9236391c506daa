package org.tournee.server.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;

/** Lists of dossiers. A name that is looked for travels in the body: it would stay in addresses and logs. */
@Controller("/dossiers")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER", "BACK_OFFICE"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class DossiersController {

    private static final int LONGEST_NAME = 100;
    private static final DossierFilter EVERYTHING = DossierFilter.of(null, null, null, null, null);

    private final DossierLists lists;
    private final Html html;

    DossiersController(DossierLists lists, Html html) {
        this.lists = lists;
        this.html = html;
    }

    @Get
    HttpResponse<String> list(
            WebSession session,
            @QueryValue @Nullable String referent,
            @QueryValue @Nullable String segment,
            @QueryValue @Nullable String rythme,
            @QueryValue @Nullable String portee,
            @QueryValue @Nullable String page) {
        DossierFilter filter = DossierFilter.of(referent, segment, rythme, portee, page);
        return html.ok("web/dossiers", lists.of(session, filter, ""));
    }

    @Post("/recherche")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> search(WebSession session, @Body Map<String, String> form) {
        String name = form.getOrDefault("nom", "").strip();
        String shortened = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        return html.ok("web/dossiers", lists.of(session, EVERYTHING, shortened));
    }
}
