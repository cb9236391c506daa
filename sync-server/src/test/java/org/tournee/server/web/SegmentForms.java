package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tournee.segment.Segment;

/** Fills in the forms of « Segment et décisions » as somebody would who looks at the page. */
final class SegmentForms {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private SegmentForms() {}

    /** The hidden fields of one of the forms. */
    static Map<String, String> hidden(String html, String kind) {
        int start = html.indexOf("data-test=\"form-" + kind + "\"");
        assertThat(start).as(kind + " is offered").isPositive();
        Map<String, String> hidden = new HashMap<>();
        Matcher fields = HIDDEN.matcher(html.substring(start, html.indexOf("</form>", start)));
        while (fields.find()) {
            hidden.put(fields.group(1), fields.group(2));
        }
        return hidden;
    }

    /** A segment, its first criterion, a reason. */
    static Map<String, String> decision(String html, Segment to, String reason) {
        Matcher criterion = Pattern.compile("name=\"(critere-" + to + "-0)\" value=\"([^\"]*)\"")
                .matcher(html);
        assertThat(criterion.find()).as("criteria of " + to).isTrue();
        String text = criterion.group(2).replace("&#39;", "'").replace("&amp;", "&");
        return Map.of("segment", to.name(), criterion.group(1), text, "texte", reason);
    }

    /** The referent decides for B. */
    static void decide(Browser browser, String path) {
        String html = browser.get(path).html();
        Map<String, String> fields = new HashMap<>(hidden(html, "DECIDE"));
        fields.putAll(decision(html, Segment.B, "Les démarches sont stabilisées."));
        assertThat(browser.submit(path, fields).status()).isEqualTo(303);
    }

    /** The head has checked each point of a transfer. */
    static Map<String, String> checked() {
        Map<String, String> points = new HashMap<>();
        for (String point : new String[] {"norme", "durees", "convention", "bilan", "motivation"}) {
            points.put("controle-" + point, "IN_ORDER");
        }
        return points;
    }

    /** The head signs what waits, each point checked. */
    static void sign(Browser browser, String path, String kind) {
        Map<String, String> fields = new HashMap<>(hidden(browser.get(path).html(), kind));
        fields.putAll(checked());
        assertThat(browser.submit(path, fields).status()).isEqualTo(303);
    }
}
