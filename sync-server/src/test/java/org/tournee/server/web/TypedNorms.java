package org.tournee.server.web;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the form of figures holds as it is opened, with a source typed into it. */
final class TypedNorms {

    private static final Pattern FIELD = Pattern.compile("name=\"([A-Za-z_0-9]+)\"[^>]* value=\"([^\"]*)\"");

    private TypedNorms() {}

    static Map<String, String> of(Browser.Page page) {
        Map<String, String> form = new HashMap<>();
        Matcher field = FIELD.matcher(page.html());
        while (field.find()) {
            form.put(field.group(1), field.group(2));
        }
        form.remove("csrf");
        form.put("source", "Décision du conseil");
        return form;
    }
}
