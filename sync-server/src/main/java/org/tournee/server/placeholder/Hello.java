package org.tournee.server.placeholder;

import io.micronaut.core.annotation.Introspected;

/**
 * The page's model: each component is a parameter of the template.
 *
 * @param greeting the title
 * @param name what is greeted, as text; the template escapes it
 */
@Introspected
record Hello(String greeting, String name) {}
