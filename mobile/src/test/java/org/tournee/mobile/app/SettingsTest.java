package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The looks and the way of starting. */
class SettingsTest {

    @Test
    void theLooksAreThereAgainAfterARestart(@TempDir Path folder) {
        Settings.in(folder).look(new Appearance(Appearance.Mode.DARK, 150));
        assertThat(Settings.in(folder).appearance()).isEqualTo(new Appearance(Appearance.Mode.DARK, 150));
    }

    @Test
    void whatCannotBeUnderstoodIsAsUsual(@TempDir Path folder) throws IOException {
        assertThat(Settings.in(folder).appearance()).isEqualTo(Appearance.USUAL);
        Files.writeString(folder.resolve("settings.properties"), "mode=pink\ntext-percent=huge\n");
        assertThat(Settings.in(folder).appearance()).isEqualTo(Appearance.USUAL);
    }

    @Test
    void theTextIsNeverSmallerThanUsualNorLargerThanTwice() {
        assertThat(new Appearance(Appearance.Mode.LIGHT, 20).textPercent()).isEqualTo(100);
        assertThat(new Appearance(Appearance.Mode.LIGHT, 900).textPercent()).isEqualTo(200);
    }

    @Test
    void aDemonstrationNeedsAllOfItsParts() {
        Path own = Path.of("own");
        assertThat(StartOptions.of(Map.of("tournee.demo.login", "a"), () -> own).demo())
                .isEmpty();
        StartOptions whole = StartOptions.of(
                Map.of(
                        "tournee.demo.login", "a",
                        "tournee.demo.password", "b",
                        "tournee.demo.pin", "482915",
                        "tournee.server", "http://localhost:1",
                        "tournee.home", "there"),
                () -> own);
        assertThat(whole.demo()).contains(new StartOptions.Demo("a", "b", "482915"));
        assertThat(whole.home()).isEqualTo(Path.of("there"));
        assertThat(StartOptions.of(Map.of(), () -> own).home()).isEqualTo(own);
        assertThat(whole.toString()).doesNotContain("482915");
    }

    @Test
    void theLooksFollowTheSystemUntilOneChooses() {
        assertThat(Appearance.USUAL.on(true).mode()).isEqualTo(Appearance.Mode.DARK);
        assertThat(Appearance.USUAL.on(false).mode()).isEqualTo(Appearance.Mode.LIGHT);
        assertThat(new Appearance(Appearance.Mode.LIGHT, 100).on(true).mode()).isEqualTo(Appearance.Mode.LIGHT);
    }
}
