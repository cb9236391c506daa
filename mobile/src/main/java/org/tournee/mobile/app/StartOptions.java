package org.tournee.mobile.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tournee.mobile.device.StorageFolder;

/**
 * How the app was started.
 *
 * @param home the folder of the store and of the settings
 * @param server the address that the enrolment page begins with; may be empty
 * @param demo with whom to enrol by itself; empty outside a demonstration
 */
public record StartOptions(Path home, String server, Optional<Demo> demo) {

    /** An invented worker, and the PIN that the demonstration tells. */
    public record Demo(String login, String password, String pin) {

        /** Without the secrets: it may get into a log. */
        @Override
        public String toString() {
            return "Demo";
        }
    }

    /**
     * Reads {@code --tournee.home=…}, {@code --tournee.server=…}, {@code --tournee.demo.login=…}, {@code …password=…},
     * {@code …pin=…}, each also a system property of that name.
     *
     * @param ownFolder where no home is named
     */
    public static StartOptions of(Map<String, String> arguments, StorageFolder ownFolder) {
        Function<String, Optional<String>> option = name -> Optional.ofNullable(arguments.get("tournee." + name))
                .or(() -> Optional.ofNullable(System.getProperty("tournee." + name)))
                .filter(value -> !value.isBlank());
        Optional<Demo> demo = option.apply("demo.login")
                .flatMap(login -> option.apply("demo.password")
                        .flatMap(password -> option.apply("demo.pin").map(pin -> new Demo(login, password, pin))));
        return new StartOptions(
                option.apply("home").map(Path::of).orElseGet(ownFolder::path),
                option.apply("server").orElse(""),
                demo);
    }
}
