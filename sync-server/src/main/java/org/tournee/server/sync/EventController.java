package org.tournee.server.sync;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Locale;
import org.reactivestreams.Publisher;
import org.tournee.server.access.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Wakes a phone that listens. An event has a name and no contents: {@code wake}, {@code reminder}, and {@code ping} so
 * that both sides notice a connection that died.
 */
@Controller("/sync/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "sync")
class EventController {

    private static final Duration PING_EVERY = Duration.ofSeconds(20);
    private static final String NOTHING = "{}";

    private final Wakeups wakeups;

    EventController(Wakeups wakeups) {
        this.wakeups = wakeups;
    }

    @Operation(summary = "Server-sent events: wake when something is new, reminder when one is due")
    @Get("/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> events(Caller caller) {
        Flux<String> news = Flux.create(
                sink -> {
                    Wakeups.Subscription subscription = wakeups.subscribe(
                            caller.organisation(),
                            caller.worker(),
                            kind -> sink.next(kind.name().toLowerCase(Locale.ROOT)));
                    sink.onDispose(subscription::close);
                    sink.next("ping"); // tells the phone that it is heard from now on
                },
                FluxSink.OverflowStrategy.LATEST);
        return Flux.merge(news, Flux.interval(PING_EVERY).map(tick -> "ping"))
                .map(name -> Event.of(NOTHING).name(name));
    }
}
