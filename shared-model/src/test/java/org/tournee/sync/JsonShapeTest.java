package org.tournee.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
        assertThatCode(() -> check(json)).doesNotThrowAnyException();
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
        assertThatThrownBy(() -> check(json)).isInstanceOf(MalformedException.class);
    }

    @Property
    void whateverIsWrittenPasses(@ForAll String text) {
        assertThatCode(() -> check(Wire.json(text))).doesNotThrowAnyException();
    }

    @Property
    void whateverIsSentPassesOrIsMalformed(@ForAll byte[] sent) {
        try {
            JsonShape.check(sent);
        } catch (MalformedException e) {
            assertThat(e).hasMessageMatching("Not JSON at byte \\d+");
        }
    }

    /** As the JDK's decoder has it: longer than need be, half a pair, cut, or beyond the last character. */
    @Property(tries = 20_000)
    void aTextIsUtf8(@ForAll("almostUtf8") byte[] inside) {
        boolean sound = isUtf8(inside);
        byte[] text = new byte[inside.length + 2];
        text[0] = '"';
        System.arraycopy(inside, 0, text, 1, inside.length);
        text[text.length - 1] = '"';
        if (sound) {
            assertThatCode(() -> JsonShape.check(text)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> JsonShape.check(text)).isInstanceOf(MalformedException.class);
        }
    }

    /** Bytes at the edges of what is allowed: all of them are tried beside all others. */
    @Provide
    Arbitrary<byte[]> almostUtf8() {
        return Arbitraries.of(
                        0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
                        0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF)
                .map(Integer::byteValue)
                .array(byte[].class)
                .ofMaxSize(5);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static void check(String json) {
        JsonShape.check(json.getBytes(StandardCharsets.UTF_8));
    }
}
