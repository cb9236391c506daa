package org.tournee.server.load;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Lets so many requests be worked on at a time. Every request has a thread of its own at once, but it waits before it
 * has begun: one that waits in the middle of its work, for its turn with the database, has several times as
 * much in memory, and a small server whose every phone comes back at once had nothing left to work with.
 *
 * <p>What waits for the network while it works, since it reads a body as it arrives, is not among them:
 * {@link TaskExecutors#VIRTUAL} and places of its own are for that. Rule: R-SYN.
 */
@Singleton
final class RequestPlaces implements BeanCreatedEventListener<ExecutorService> {

    private final int atOnce;
    private final Duration patience;

    /**
     * @param atOnce more than there are connections, since not all of a request's time is the database's
     * @param patience how long a request waits before it is refused, in milliseconds
     */
    RequestPlaces(
            @Value("${tournee.load.requests-at-once}") int atOnce, @Value("${tournee.load.patience}") long patience) {
        this.atOnce = atOnce;
        this.patience = Duration.ofMillis(patience);
    }

    @Override
    public ExecutorService onCreated(BeanCreatedEvent<ExecutorService> event) {
        boolean ofRequests = Optional.ofNullable(event.getBeanIdentifier().getName())
                .filter(TaskExecutors.BLOCKING::equals)
                .isPresent();
        return ofRequests ? new OrderlyExecutor(event.getBean(), new Places(atOnce, patience)) : event.getBean();
    }
}
