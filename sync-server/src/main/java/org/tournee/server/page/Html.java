package org.tournee.server.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;

/** Answers with a page. */
@Singleton
public final class Html {

    private static final MediaType TYPE = MediaType.of("text/html;charset=utf-8");

    private final Templates templates;

    Html(Templates templates) {
        this.templates = templates;
    }

    /** The page; see {@link Templates#render}. */
    public HttpResponse<String> ok(String template, Object page) {
        return of(HttpStatus.OK, template, page);
    }

    /** The page with another status than 200. */
    public HttpResponse<String> of(HttpStatus status, String template, Object page) {
        return HttpResponse.<String>status(status)
                .body(templates.render(template, page))
                .contentType(TYPE);
    }
}
