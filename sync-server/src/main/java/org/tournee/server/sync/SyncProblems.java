package org.tournee.server.sync;

import io.micronaut.http.HttpStatus;
import java.util.concurrent.ThreadLocalRandom;
import org.tournee.server.access.Caller;
import org.tournee.server.problem.Problem;
import org.tournee.server.problem.ProblemException;
import org.tournee.sync.StreamId;

/** The errors of the protocol, as {@code docs/sync.md} lists them. */
final class SyncProblems {

    private static final int RETRY_SECONDS = 5;
    private static final int BUSY_AT_LEAST = 5;
    private static final int BUSY_AT_MOST = 30;

    private SyncProblems() {}

    static ProblemException gap(long expected) {
        return Problem.of(HttpStatus.CONFLICT, "gap", "Des modifications manquent avant celles-ci.")
                .with("expected", expected)
                .asException();
    }

    static ProblemException forked() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "stream-forked",
                        "Deux téléphones écrivent sous le même nom : ce téléphone doit être inscrit à nouveau.")
                .asException();
    }

    static ProblemException revoked() {
        return Problem.of(HttpStatus.FORBIDDEN, "stream-revoked", "Ce téléphone n’est plus inscrit.")
                .asException();
    }

    static ProblemException schemaNewer(int schema) {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "schema-newer",
                        "Le service doit d’abord être mis à jour ; rien n’est perdu.")
                .with("schema", schema)
                .with("retry_after", RETRY_SECONDS)
                .asException();
    }

    static ProblemException later() {
        return Problem.later().asException();
    }

    /** Too many first fetches at once; each is asked back at another time, so that they do not come together again. */
    static ProblemException busy() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "Beaucoup de téléphones reçoivent leurs dossiers en ce moment ; celui-ci reprendra tout seul.")
                .with("retry_after", ThreadLocalRandom.current().nextInt(BUSY_AT_LEAST, BUSY_AT_MOST))
                .asException();
    }

    static ProblemException tooOld() {
        return Problem.of(
                        HttpStatus.UPGRADE_REQUIRED,
                        "app-too-old",
                        "Cette application doit être mise à jour pour recevoir la suite ; ce qui est saisi part encore.")
                .asException();
    }

    static ProblemException tooLarge() {
        return Problem.of(HttpStatus.REQUEST_ENTITY_TOO_LARGE).asException();
    }

    static ProblemException malformed() {
        return Problem.of(HttpStatus.BAD_REQUEST).asException();
    }

    /** A token speaks for its own stream alone. */
    static void requireOwnStream(Caller caller, StreamId stream) {
        if (!stream.equals(caller.stream())) {
            throw foreignStream();
        }
    }

    static ProblemException foreignStream() {
        return Problem.of(HttpStatus.FORBIDDEN, "foreign-stream", "Cette inscription est celle d’un autre téléphone.")
                .asException();
    }

    /** One answer for a stream that there is not and for a signature that is not its own. */
    static ProblemException doorRefused() {
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "door-refused",
                        "Ce qui est apporté n’est pas signé par un téléphone connu.")
                .asException();
    }
}
