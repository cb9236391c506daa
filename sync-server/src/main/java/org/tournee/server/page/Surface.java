package org.tournee.server.page;

import io.micronaut.http.HttpRequest;

/** The two faces of the server: one for programs, one for people. */
public enum Surface {
    API,
    PAGES;

    /** By the path alone, so that nobody chooses by a header how they are recognised. */
    public static Surface of(HttpRequest<?> request) {
        String path = request.getPath();
        return isUnder(path, "/auth")
                        || isUnder(path, "/sync")
                        || isUnder(path, "/health")
                        || isUnder(path, "/prometheus")
                        || isUnder(path, "/openapi")
                ? API
                : PAGES;
    }

    private static boolean isUnder(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
