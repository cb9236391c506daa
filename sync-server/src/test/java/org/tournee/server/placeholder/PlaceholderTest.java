package org.tournee.server.placeholder;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@MicronautTest
class PlaceholderTest {

    @Inject
    @Client("/")
    HttpClient client;

    @Test
    void theServerSaysThatItIsUp() {
        assertThat(client.toBlocking().retrieve("/health")).contains("UP");
    }

    @Test
    void aPageIsRenderedAndEscaped() {
        assertThat(client.toBlocking().retrieve("/placeholder")).contains("Bonjour, Tournée &lt;test&gt;");
    }
}
