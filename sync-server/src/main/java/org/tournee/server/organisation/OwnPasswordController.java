package org.tournee.server.organisation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tournee.server.access.OwnPassword;
import org.tournee.server.access.Passwords;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;

/** One's own password. Rule: R-BO. */
@Controller("/compte/mot-de-passe")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class OwnPasswordController {

    private static final String TEMPLATE = "organisation/password";

    private final OwnPassword password;
    private final Frames frames;
    private final Html html;

    OwnPasswordController(OwnPassword password, Frames frames, Html html) {
        this.password = password;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> form(WebSession session, @QueryValue @Nullable String fait) {
        return html.ok(TEMPLATE, page(session, fait != null, ""));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(WebSession session, HttpRequest<?> request, @Body Map<String, String> sent) {
        // As they were typed: a blank at the end of a password is part of it.
        OwnPassword.Result result = password.change(
                session,
                request,
                sent.getOrDefault("actuel", ""),
                sent.getOrDefault("nouveau", ""),
                sent.getOrDefault("encore", ""));
        return result == OwnPassword.Result.CHANGED
                ? HttpResponse.seeOther(URI.create("/compte/mot-de-passe?fait=oui"))
                : html.of(HttpStatus.UNPROCESSABLE_ENTITY, TEMPLATE, page(session, false, Words.of(result)));
    }

    private OwnPasswordPage page(WebSession session, boolean done, String message) {
        return new OwnPasswordPage(frames.of(session, "Mot de passe", null), Passwords.SHORTEST, done, message);
    }
}
