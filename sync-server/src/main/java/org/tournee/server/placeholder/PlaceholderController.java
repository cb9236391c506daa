package org.tournee.server.placeholder;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.View;

/** A page without a purpose. */
@Controller("/placeholder")
@Secured(SecurityRule.IS_ANONYMOUS)
final class PlaceholderController {

    @Get
    @View("placeholder/hello")
    Hello hello() {
        return new Hello("Bonjour", "Tournée <test>");
    }
}
