package org.tournee.server.page;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.text.FrenchSpaces;

/**
 * A page in French, no line of which begins with a sign that belongs to the word before. What a form sends back stays as it
 * was typed.
 */
final class FrenchOutput extends OwaspHtmlTemplateOutput {

    private static final Set<String> SENT_BACK = Set.of("textarea", "option");

    private boolean read = true;

    FrenchOutput(TemplateOutput output) {
        super(output);
    }

    @Override
    public void setContext(@Nullable String tagName, @Nullable String attributeName) {
        super.setContext(tagName, attributeName);
        read = attributeName == null && (tagName == null || !SENT_BACK.contains(tagName));
    }

    @Override
    public void writeContent(String value) {
        super.writeContent(FrenchSpaces.kept(value));
    }

    @Override
    public void writeUserContent(@Nullable String value) {
        super.writeUserContent(value != null && read ? FrenchSpaces.kept(value) : value);
    }
}
