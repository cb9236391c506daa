package org.tournee.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tournee.server.ServerTest;

/** The published description is that of the routes that exist. */
class DescriptionTest extends ServerTest {

    @Inject
    Router router;

    @Inject
    @Client("/")
    HttpClient client;

    @Test
    void everyRouteOfThePhonesIsInTheDescription() {
        String description = client.toBlocking().retrieve("/openapi");
        List<String> routes = router.uriRoutes()
                .map(route -> route.getUriMatchTemplate().toPathString())
                .filter(path -> path.startsWith("/auth/") || path.startsWith("/sync/"))
                .distinct()
                .toList();

        assertThat(description).startsWith("openapi: 3.1");
        assertThat(routes).hasSizeGreaterThan(5);
        assertThat(routes).allSatisfy(route -> assertThat(description).contains("  " + route + ":"));
        assertThat(description).doesNotContain("/connexion", "/dossiers");
    }

    @Test
    void theServerSaysThatItIsUpAndNothingElse() {
        assertThat(client.toBlocking().retrieve("/health")).isEqualTo("{\"status\":\"UP\"}");
    }
}
