package org.tournee.server.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.tournee.server.page.Surface;
import reactor.core.publisher.Mono;

/** Recognises phones by their access token; pages never look at it. */
@Singleton
final class BearerAuthentication implements AuthenticationFetcher<HttpRequest<?>> {

    /** Set where a token was ours but too old, so that the refusal can say so. */
    static final String EXPIRED = "tournee.access-expired";

    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;

    BearerAuthentication(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        @Nullable String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (Surface.of(request) != Surface.API || header == null || !header.startsWith(SCHEME)) {
            return Mono.empty();
        }
        return switch (tokens.read(header.substring(SCHEME.length()).strip())) {
            case AccessTokens.Valid valid -> Mono.just(valid.caller().asAuthentication());
            case AccessTokens.Expired expired -> {
                request.setAttribute(EXPIRED, true);
                yield Mono.empty();
            }
            case AccessTokens.Foreign foreign -> Mono.empty();
        };
    }
}
