package org.tournee.server.document;

import io.micronaut.http.HttpStatus;
import org.tournee.server.problem.Problem;
import org.tournee.server.problem.ProblemException;

/** The errors of documents, as {@code docs/sync.md} lists them. */
final class DocumentProblems {

    private static final int RETRY_SECONDS = 60;

    private DocumentProblems() {}

    /** The same for a dossier of others and for none: nobody learns which ids exist. */
    static ProblemException notAllowed() {
        return Problem.of(HttpStatus.FORBIDDEN, "document-not-allowed", "Ce dossier ne reçoit pas ce document de vous.")
                .asException();
    }

    static ProblemException differs() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "document-differs",
                        "Un autre fichier porte déjà ce numéro : le vôtre reste sur le téléphone.")
                .asException();
    }

    /** All bytes are here and are not those that were announced; none of them is kept. */
    static ProblemException altered() {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "document-altered",
                        "Le fichier reçu n’est pas celui qui était annoncé : il n’est pas gardé.")
                .asException();
    }

    static Problem chunkAltered() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_ENTITY, "chunk-altered", "Un morceau est arrivé abîmé : il est à renvoyer.");
    }

    static ProblemException tooLarge() {
        return Problem.of(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "document-too-large", "Le fichier est trop lourd.")
                .asException();
    }

    static ProblemException malformed() {
        return Problem.of(HttpStatus.BAD_REQUEST).asException();
    }

    static ProblemException unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-document", "Ce document n’est pas là.")
                .asException();
    }

    /** The place of the documents is full or cannot be reached, or too many come at once. */
    static ProblemException later() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE)
                .with("retry_after", RETRY_SECONDS)
                .asException();
    }
}
