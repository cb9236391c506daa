package org.tournee.mobile.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the system of a desk says of its looks. */
class DeskLooksTest {

    @Test
    void aSystemThatSaysDarkIsDark() {
        assertThat(new DeskLooks(List.of("echo", "'prefer-Dark'"), "dark").dark())
                .isTrue();
        assertThat(new DeskLooks(List.of("echo", "'default'"), "dark").dark()).isFalse();
    }

    @Test
    void aSystemThatDoesNotSayIsLight() {
        assertThat(new DeskLooks(List.of("no-such-command-anywhere"), "dark").dark())
                .isFalse();
        assertThat(new DeskLooks(List.of("false"), "").dark()).isFalse();
    }
}
