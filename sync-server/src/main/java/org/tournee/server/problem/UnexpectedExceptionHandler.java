package org.tournee.server.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.server.store.TemporaryFailure;

/**
 * The last resort. What the database refuses for the time being is asked again later, whatever it was. Messages of foreign exceptions quote values, so that the log gets the types and places alone, and
 * the answer nothing but a name to look for there.
 */
@Singleton
final class UnexpectedExceptionHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedExceptionHandler.class);

    private final ProblemAnswers answers;

    UnexpectedExceptionHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is declared so
    public HttpResponse<?> handle(HttpRequest request, Throwable exception) {
        if (TemporaryFailure.is(exception)) {
            LOG.warn("Not now: {}", exception.getClass().getSimpleName());
            return answers.answer(request, Problem.later());
        }
        LOG.error("Unexpected: {}", Traces.withoutMessages(exception));
        return answers.answer(request, Problem.of(HttpStatus.INTERNAL_SERVER_ERROR));
    }
}
