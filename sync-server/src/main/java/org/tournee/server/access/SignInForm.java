package org.tournee.server.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** What the sign-in form sends. */
@Serdeable
record SignInForm(
        @Nullable String login,
        @Nullable String password,
        @Nullable String suite) {}
