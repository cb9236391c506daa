package org.tournee.server.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.inject.Singleton;

/** Renders templates that were compiled with the sources: none is read or compiled at run time. */
@Singleton
public final class Templates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * The HTML of a page.
     *
     * @param template its path without {@code .jte}
     * @param page its only parameter
     */
    public String render(String template, Object page) {
        StringOutput output = new StringOutput();
        engine.render(template + ".jte", page, new FrenchOutput(output));
        return output.toString();
    }
}
