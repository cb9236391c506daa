package org.tournee.server.access;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import org.tournee.server.page.Surface;
import org.tournee.server.problem.Problem;
import org.tournee.server.problem.ProblemAnswers;

/** Whoever is not known is asked to sign in, whoever is known and may not is told so. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class RefusalHandler implements ExceptionHandler<AuthorizationException, HttpResponse<?>> {

    private final ProblemAnswers answers;

    RefusalHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is declared so
    public HttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
        if (exception.isForbidden()) {
            return answers.answer(request, Problem.of(HttpStatus.FORBIDDEN));
        }
        if (Surface.of(request) == Surface.PAGES) {
            return HttpResponse.seeOther(UriBuilder.of(SignInController.PATH)
                    .queryParam("suite", wanted(request))
                    .build());
        }
        boolean expired = request.getAttribute(BearerAuthentication.EXPIRED).isPresent();
        MutableHttpResponse<?> refused = answers.answer(
                request,
                expired
                        ? Problem.of(HttpStatus.UNAUTHORIZED, "access-expired", "L’accès a expiré : il se renouvelle.")
                        : Problem.of(HttpStatus.UNAUTHORIZED));
        return refused.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static String wanted(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET ? request.getPath() : "/";
    }
}
