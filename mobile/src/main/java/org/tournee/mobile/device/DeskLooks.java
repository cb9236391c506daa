package org.tournee.mobile.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Asks the system of a desk by its own command: JavaFX 21 does not tell, and the services of Attach do not either, so that
 * a phone stays light until one chooses.
 *
 * @param command that prints the setting
 * @param darkWhen what its output holds when the system is dark, in small letters
 */
record DeskLooks(List<String> command, String darkWhen) implements SystemLooks {

    private static final long PATIENCE_SECONDS = 1;

    /** @param osName as the system property has it */
    static SystemLooks of(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new DeskLooks(
                    List.of(
                            "reg",
                            "query",
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                            "/v",
                            "AppsUseLightTheme"),
                    "0x0");
        }
        return name.startsWith("mac")
                ? new DeskLooks(List.of("defaults", "read", "-g", "AppleInterfaceStyle"), "dark")
                : new DeskLooks(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"), "dark");
    }

    @Override
    public boolean dark() {
        try {
            Process asked =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            if (!asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                asked.destroy();
                return false;
            }
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return asked.exitValue() == 0 && said.toLowerCase(Locale.ROOT).contains(darkWhen);
        } catch (IOException e) {
            return false; // no such command: this system does not say
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
