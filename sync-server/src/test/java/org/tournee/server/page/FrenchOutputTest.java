package org.tournee.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As a compiled template writes. Here a dot in the middle, ·, stands for a space at which no line ends. */
class FrenchOutputTest {

    private StringOutput html;
    private FrenchOutput page;

    @BeforeEach
    void open() {
        html = new StringOutput();
        page = new FrenchOutput(html);
    }

    private String written() {
        return html.toString().replace('\u00A0', '·');
    }

    private void write(String tag, String attribute, String typed) {
        page.setContext(tag, attribute);
        page.writeUserContent(typed);
    }

    @Test
    void whatIsReadIsSetAndStaysEscaped() {
        page.writeContent("<p>Motif : ");
        write("p", null, "Bail ? <b>« Vu »</b>");
        page.writeContent(" ; suite</p>");

        assertThat(written()).isEqualTo("<p>Motif·: Bail·? &lt;b&gt;«·Vu·»&lt;/b&gt;·; suite</p>");
    }

    @Test
    void whatAFormSendsBackStaysAsItWasTyped() {
        write("input", "value", "Qui : elle ?");
        write("textarea", null, "Pourquoi ?");
        write("option", null, "Autre : à dire");

        assertThat(html.toString()).isEqualTo("Qui : elle ?Pourquoi ?Autre : à dire");
    }
}
