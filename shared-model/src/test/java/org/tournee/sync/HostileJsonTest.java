package org.tournee.sync;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tournee.bilan.BilanItem;
import org.tournee.contact.Contact;

/** What anybody may send: refused as malformed, never an error that takes the thread down. Rule: R-REC. */
class HostileJsonTest {

    private static final String DEEP = "[".repeat(30_000) + "]".repeat(30_000);

    @Test
    void deepNestingIsMalformed() {
        for (String json : new String[] {
            DEEP,
            "{\"groups\":{\"a\":{\"new\":" + DEEP + "}}}",
            "{\"meeting\":" + DEEP + "}",
            "{\"new_member\":" + DEEP + "}"
        }) {
            assertThatThrownBy(() -> Wire.read(Operation.class, json)).isInstanceOf(MalformedException.class);
            assertThatThrownBy(() -> Wire.read(Contact.class, json)).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void deeplyNestedValuesAreNotCompared() {
        assertThatThrownBy(() -> Groups.sameValue(DEEP, DEEP + " ")).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"opened_on\":\"2026-02-30\"}",
                "{\"opened_on\":\"yesterday\"}",
                "{\"opened_on\":20260201}",
                "{\"opened_on\":null}",
                "{\"opened_on\":\"+999999999-12-31T00\"}",
                "{\"opened_on\":{}}",
                "{\"opened_on\":\"2026-02-01\"",
            })
    void aBadDateIsMalformed(String validity) {
        assertThatThrownBy(() -> Wire.read(BilanItem.Validity.class, validity)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "\"x\"", "{\"a\":}", "{\"a\":1", "{a:1}", "{\"a\" 1}", "", "nul"})
    void whatIsNoObjectHasNoGroups(String json) {
        assertThatThrownBy(() -> Groups.parse(json)).isInstanceOf(MalformedException.class);
    }
}
