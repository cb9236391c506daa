package org.tournee.server.access;

import io.micronaut.core.annotation.Nullable;
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
import java.util.regex.Pattern;
import org.tournee.server.page.Html;
import org.tournee.server.problem.Problem;

/** The browser's way in and out. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class SignInController {

    static final String PATH = "/connexion";

    private static final Pattern OUR_PATH = Pattern.compile("/|(/[A-Za-z0-9-]+)+");

    private final SignIn signIn;
    private final WebSessions sessions;
    private final SignInJournal journal;
    private final AccessSettings settings;
    private final Html html;

    SignInController(SignIn signIn, WebSessions sessions, SignInJournal journal, AccessSettings settings, Html html) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.journal = journal;
        this.settings = settings;
        this.html = html;
    }

    @Get(PATH)
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<String> form(@QueryValue @Nullable String suite) {
        return html.ok("access/sign-in", new SignInPage("", safe(suite), "", 0));
    }

    @Post(PATH)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> signIn(@Body SignInForm form) {
        String login = form.login() == null ? "" : form.login().strip();
        String password = form.password() == null ? "" : form.password();
        if (login.isEmpty() || login.length() > Members.LONGEST_LOGIN || password.isEmpty()) {
            SignInPage page = new SignInPage(
                    login.length() > Members.LONGEST_LOGIN ? "" : login,
                    safe(form.suite()),
                    "Indiquez votre identifiant et votre mot de passe.",
                    0);
            return html.of(HttpStatus.BAD_REQUEST, "access/sign-in", page);
        }
        return switch (signIn.with(login, password, SignIn.Door.BROWSER)) {
            case SignIn.SignedIn signedIn ->
                HttpResponse.seeOther(URI.create(safe(form.suite())))
                        .cookie(SessionCookie.give(sessions.begin(signedIn.account()), settings));
            case SignIn.Refused refused -> refused(login, form, SignInProblems.of(refused));
            case SignIn.Locked locked -> refused(login, form, SignInProblems.of(locked));
        };
    }

    @Post("/deconnexion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> signOut(WebSession session, HttpRequest<?> request) {
        journal.signedOut(session.organisation(), session.worker(), SignIn.Door.BROWSER);
        SessionCookie.read(request).ifPresent(sessions::end);
        return HttpResponse.seeOther(URI.create(PATH)).cookie(SessionCookie.takeBack(settings));
    }

    private HttpResponse<String> refused(String login, SignInForm form, Problem problem) {
        Object retryAfter = problem.members().getOrDefault("retry_after", 0L);
        SignInPage page = new SignInPage(login, safe(form.suite()), problem.title(), ((Number) retryAfter).longValue());
        return html.of(problem.status(), "access/sign-in", page);
    }

    /** Only a path of our own: nobody is sent elsewhere by an address that was slipped to them. */
    private static String safe(@Nullable String path) {
        return path != null && OUR_PATH.matcher(path).matches() ? path : "/";
    }
}
