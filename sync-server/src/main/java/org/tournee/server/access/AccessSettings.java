package org.tournee.server.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long things last, and where the signing secret is.
 *
 * @param accessLasts of an access token; short, because it cannot be taken back
 * @param refreshLasts of a refresh token: longer than any phone stays without a network
 * @param sessionLasts of a browser's session, counted from the sign-in
 * @param sessionIdle of a browser's session, counted from the last page
 * @param secretFile holds the secret in base64, 32 bytes or more
 * @param createSecret whether a missing file is made; only for a demonstration
 * @param secureCookie false only where the pages are served without TLS, on this machine
 */
@ConfigurationProperties("tournee.access")
public record AccessSettings(
        @Bindable(defaultValue = "10m") Duration accessLasts,
        @Bindable(defaultValue = "120d") Duration refreshLasts,
        @Bindable(defaultValue = "10h") Duration sessionLasts,
        @Bindable(defaultValue = "1h") Duration sessionIdle,
        @Nullable String secretFile,
        @Bindable(defaultValue = "false") boolean createSecret,
        @Bindable(defaultValue = "true") boolean secureCookie) {}
