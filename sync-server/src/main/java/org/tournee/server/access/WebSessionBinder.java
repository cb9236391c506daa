package org.tournee.server.access;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives a page's controller the {@link WebSession} that it asks for. */
@Singleton
final class WebSessionBinder implements TypedRequestArgumentBinder<WebSession> {

    @Override
    public Argument<WebSession> argumentType() {
        return Argument.of(WebSession.class);
    }

    @Override
    public BindingResult<WebSession> bind(ArgumentConversionContext<WebSession> context, HttpRequest<?> source) {
        Optional<WebSession> session = source.getAttribute(SessionAuthentication.SESSION, WebSession.class);
        return () -> session;
    }
}
