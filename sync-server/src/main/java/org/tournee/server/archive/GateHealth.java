package org.tournee.server.archive;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Not ready while the archive is replayed. */
@Singleton
final class GateHealth implements HealthIndicator {

    private final ServiceGate gate;

    GateHealth(ServiceGate gate) {
        this.gate = gate;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        HealthStatus status = gate.isOpen() ? HealthStatus.UP : HealthStatus.DOWN;
        return Mono.just(HealthResult.builder("archive", status).build());
    }
}
