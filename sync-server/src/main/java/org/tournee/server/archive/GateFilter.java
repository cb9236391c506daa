package org.tournee.server.archive;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.tournee.server.problem.Problem;
import org.tournee.server.problem.ProblemAnswers;

/** Answers 503 while the archive is replayed: phones keep what they have and come back. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class GateFilter implements Ordered {

    private static final long RETRY_SECONDS = 5;
    private static final String HEALTH = "/health";

    private final ServiceGate gate;
    private final ProblemAnswers answers;

    GateFilter(ServiceGate gate, ProblemAnswers answers) {
        this.gate = gate;
        this.answers = answers;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    /** Null lets it through. */
    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        if (gate.isOpen() || request.getPath().startsWith(HEALTH)) {
            return null;
        }
        Problem problem = Problem.of(HttpStatus.SERVICE_UNAVAILABLE).with("retry_after", RETRY_SECONDS);
        return answers.answer(request, problem);
    }
}
