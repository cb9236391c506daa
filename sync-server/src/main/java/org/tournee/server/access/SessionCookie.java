package org.tournee.server.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.util.Optional;

/** The cookie of a session: unreadable for scripts, never sent from another site. */
final class SessionCookie {

    private static final String NAME = "tournee_session";

    private SessionCookie() {}

    static Optional<String> read(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(NAME)
                .map(Cookie::getValue)
                .filter(value -> value.length() <= Members.LONGEST_TOKEN);
    }

    static Cookie give(String token, AccessSettings settings) {
        return cookie(token, settings).maxAge(settings.sessionLasts());
    }

    static Cookie takeBack(AccessSettings settings) {
        return cookie("", settings).maxAge(0);
    }

    private static Cookie cookie(String value, AccessSettings settings) {
        return Cookie.of(NAME, value)
                .httpOnly(true)
                .secure(settings.secureCookie())
                .sameSite(SameSite.Strict)
                .path("/");
    }
}
