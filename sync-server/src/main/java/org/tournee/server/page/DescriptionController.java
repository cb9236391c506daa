package org.tournee.server.page;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of the API (OpenAPI 3.1), written by the compiler from the controllers themselves. */
@Controller("/openapi")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class DescriptionController {

    private static final String RESOURCE = "classpath:META-INF/swagger/tournee.yml";
    private static final MediaType YAML = MediaType.of("application/yaml;charset=utf-8");

    private final ResourceResolver resources;

    DescriptionController(ResourceResolver resources) {
        this.resources = resources;
    }

    @Get
    HttpResponse<byte[]> description() {
        try (InputStream stream = resources
                .getResourceAsStream(RESOURCE)
                .orElseThrow(() -> new IllegalStateException("Not in the jar: " + RESOURCE))) {
            return HttpResponse.ok(stream.readAllBytes()).contentType(YAML);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
