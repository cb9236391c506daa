package org.tournee.server.organisation;

import io.micronaut.http.HttpStatus;
import org.tournee.server.problem.Problem;
import org.tournee.server.problem.ProblemException;

/** What goes wrong on the pages of the service. */
final class ServiceProblems {

    private ServiceProblems() {}

    static ProblemException unknown(String why) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", why).asException();
    }
}
