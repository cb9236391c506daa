package org.tournee.server;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;

/** A real server on a real PostgreSQL and a free port; commits are real, so that each test makes its own organisation. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServerTest implements TestPropertyProvider {

    @Inject
    protected EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        return TestPostgres.properties();
    }
}
