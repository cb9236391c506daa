package org.tournee.server.trace;

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
import java.util.List;
import java.util.Optional;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;

/** For operators: what an operation went through, found by its id. Nobody else opens it, and each look-up is audited. */
@Controller("/exploitation")
@Secured("ADMINISTRATOR")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class TraceController {

    private final TraceReader reader;
    private final TracePages pages;
    private final Html html;

    TraceController(TraceReader reader, TracePages pages, Html html) {
        this.reader = reader;
        this.pages = pages;
        this.html = html;
    }

    @Get
    HttpResponse<String> look(
            WebSession session,
            @QueryValue @Nullable String flux,
            @QueryValue @Nullable String numero,
            @QueryValue @Nullable String autre) {
        Optional<TraceQuery> query = TraceQuery.of(flux, numero, autre);
        List<Trace.Logged> found =
                query.map(asked -> reader.find(session, asked)).orElse(List.of());
        Trace one = found.size() == 1 ? reader.follow(session, found.getFirst()) : null;
        boolean asked = query.isPresent() || isAsked(flux) || isAsked(autre);
        return html.ok("trace/trace", pages.of(session, flux, numero, autre, asked, found, one));
    }

    private static boolean isAsked(@Nullable String field) {
        return field != null && !field.isBlank();
    }
}
