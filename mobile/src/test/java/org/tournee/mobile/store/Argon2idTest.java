package org.tournee.mobile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2idTest {

    private static final byte[] SALT = "sixteen bytes ..".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({"482915, 64, 1, 1", "482915, 8192, 3, 1", "a longer one, 1024, 2, 4", "'', 256, 1, 2"})
    void aLibraryAndJavaMakeTheSameKey(String secret, int memoryKib, int iterations, int lanes) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        PinCost cost = new PinCost(memoryKib, iterations, lanes);

        assertThat(Argon2id.key(bytes, SALT, cost))
                .hasSize(Sealing.KEY_BYTES)
                .isEqualTo(Argon2id.keyByJava(bytes, SALT, cost));
    }

    @Test
    void whatAPinCostsIsNoLessThanWhatRfc9106RecommendsWhereMemoryIsShort() {
        assertThat(PinCost.PHONE.memoryKib()).isGreaterThanOrEqualTo(64 * 1024);
        assertThat(PinCost.PHONE.iterations()).isGreaterThanOrEqualTo(3);
        assertThat(PinCost.PHONE.lanes()).isEqualTo(4);
    }
}
