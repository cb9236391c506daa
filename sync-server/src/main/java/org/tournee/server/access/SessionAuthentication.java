package org.tournee.server.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import org.tournee.server.page.Surface;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Recognises browsers by their cookie; the API never looks at it. */
@Singleton
final class SessionAuthentication implements AuthenticationFetcher<HttpRequest<?>> {

    /** The attribute of a request that holds its session. */
    static final String SESSION = "tournee.session";

    private final WebSessions sessions;
    private final Scheduler blocking;

    SessionAuthentication(WebSessions sessions, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.sessions = sessions;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        Optional<String> cookie = Surface.of(request) == Surface.PAGES ? SessionCookie.read(request) : Optional.empty();
        if (cookie.isEmpty()) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> sessions.find(cookie.get()))
                .subscribeOn(blocking)
                .flatMap(Mono::justOrEmpty)
                .map(session -> {
                    request.setAttribute(SESSION, session);
                    return session.caller().asAuthentication();
                });
    }
}
