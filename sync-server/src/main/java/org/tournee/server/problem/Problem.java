package org.tournee.server.problem;

import io.micronaut.http.HttpStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What went wrong, for whoever must act on it. Nothing of what was sent is ever part of it.
 *
 * @param type stable: programs decide by it
 * @param title one line in French, for people
 * @param members what a program may need besides, such as {@code retry_after} in seconds
 */
public record Problem(HttpStatus status, String type, String title, Map<String, Object> members) {

    private static final String PREFIX = "urn:tournee:";
    private static final int RETRY_SECONDS = 5;

    public Problem {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * A problem of our own.
     *
     * @param name the last part of its type, such as {@code bad-credentials}
     */
    public static Problem of(HttpStatus status, String name, String title) {
        return new Problem(status, PREFIX + name, title, Map.of());
    }

    /** The problem that says no more than the status does. */
    public static Problem of(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> of(status, "malformed-request", "La demande est illisible.");
            case UNAUTHORIZED -> of(status, "not-signed-in", "Il faut d’abord se connecter.");
            case FORBIDDEN -> of(status, "not-allowed", "Ce compte n’a pas accès à cela.");
            case NOT_FOUND -> of(status, "not-found", "Cette adresse ne mène à rien.");
            case METHOD_NOT_ALLOWED -> of(status, "method-not-allowed", "Cela ne se demande pas ainsi.");
            case NOT_ACCEPTABLE -> of(status, "not-acceptable", "La réponse n’existe pas sous cette forme.");
            case REQUEST_ENTITY_TOO_LARGE -> of(status, "too-large", "La demande est trop longue.");
            case UNSUPPORTED_MEDIA_TYPE ->
                of(status, "unsupported-media-type", "Cette forme de demande n’est pas connue.");
            case TOO_MANY_REQUESTS -> of(status, "too-many-requests", "Trop de demandes : patientez un peu.");
            case SERVICE_UNAVAILABLE -> of(status, "unavailable", "Le service est momentanément indisponible.");
            default ->
                status.getCode() < 500
                        ? of(status, "refused", "La demande est refusée.")
                        : of(status, "internal-error", "Le service a rencontré une erreur.");
        };
    }

    /** The problem of what may succeed soon, if the same is asked again. */
    public static Problem later() {
        return of(HttpStatus.SERVICE_UNAVAILABLE).with("retry_after", RETRY_SECONDS);
    }

    /** The same problem with one more member. */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(status, type, title, more);
    }

    /** As RFC 9457 writes it. */
    public Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type);
        json.put("title", title);
        json.put("status", status.getCode());
        json.putAll(members);
        return json;
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
