package org.tournee.server.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.tournee.server.page.Surface;
import org.tournee.server.page.Templates;

/** Turns a problem into an answer: JSON for programs, a page for people. Every error passes here. */
@Singleton
@io.micronaut.context.annotation.Primary
public final class ProblemAnswers implements ErrorResponseProcessor<Object> {

    private static final MediaType JSON = MediaType.of("application/problem+json");
    private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");

    private final Templates templates;

    ProblemAnswers(Templates templates) {
        this.templates = templates;
    }

    /** The answer to that request. */
    public MutableHttpResponse<Object> answer(HttpRequest<?> request, Problem problem) {
        return fill(request, problem, HttpResponse.status(problem.status()));
    }

    /** What Micronaut itself found wrong: its messages quote the request, so only the status is kept. */
    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        return fill(context.getRequest(), Problem.of(response.status()), response);
    }

    private MutableHttpResponse<Object> fill(HttpRequest<?> request, Problem problem, MutableHttpResponse<?> response) {
        Object retryAfter = problem.members().get("retry_after");
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        if (Surface.of(request) == Surface.API) {
            return response.<Object>body(problem.asJson()).contentType(JSON);
        }
        return response.<Object>body(templates.render("problem/error", problem)).contentType(HTML);
    }
}
