package org.tournee.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as JSON at the door. */
class JsonShapeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " { } ",
                "[[],{},[{}]]",
                "{\"a\":1}",
                "{\"a\" : [1, -0, 0.5, 1e9, -1.25E-3, true, false, null]}",
                "\"\"",
                "\"é \\u00e9 \\\" \\\\ \\/ \\b\\f\\n\\r\\t 😀\"",
                "null",
                "{\"a\":{\"b\":[{\"c\":{}}]},\"d\":\"e\"}",
                "\t[\r\n1 ,\n2 ]"
            })
    void rightTextsPass(String json) {
        assertThatCode(() -> JsonShape.check(json)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "]",
                "[}",
                "{]",
                "{\"a\":}",
                "{\"a\"}",
                "{\"a\":1,}",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "{'a':1}",
                "tru",
                "truex",
                "nul",
                "01",
                "-",
                "1.",
                ".5",
                "1e",
                "1e+",
                "+1",
                "0x10",
                "NaN",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"a\nb\"",
                "{} {}",
                "1 2",
                "[1]]",
                "\u0000",
                "[1]\u0000",
                "{\"a\":tru}",
                "{1:2}",
                "// c\n1"
            })
    void wrongTextsDoNot(String json) {
        assertThatThrownBy(() -> JsonShape.check(json)).isInstanceOf(MalformedException.class);
    }

    @Property
    void whateverIsWrittenPasses(@ForAll String text) {
        assertThatCode(() -> JsonShape.check(Wire.json(text))).doesNotThrowAnyException();
    }

    @Property
    void whateverIsSentPassesOrIsMalformed(@ForAll String text) {
        try {
            JsonShape.check(text);
        } catch (MalformedException e) {
            assertThat(e).hasMessageMatching("Not JSON at character \\d+");
        }
    }
}
