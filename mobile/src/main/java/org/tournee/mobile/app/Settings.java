package org.tournee.mobile.app;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * How this phone is set: its looks and its language, kept beside the store and readable before it is open. Nothing personal is in it.
 */
public final class Settings {

    private static final String MODE = "mode";
    private static final String TEXT_PERCENT = "text-percent";
    private static final String LANGUAGE = "language";

    private final Path file;
    private final ReadOnlyObjectWrapper<Appearance> appearance;

    private Language language;

    private Settings(Path file, Appearance appearance, Language language) {
        this.file = file;
        this.language = language;
        this.appearance = new ReadOnlyObjectWrapper<>(appearance);
    }

    /** The settings of a folder; the usual ones where it has none, or none that can be read. */
    public static Settings in(Path folder) {
        Path file = folder.resolve("settings.properties");
        Properties read = new Properties();
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                read.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Settings(
                file,
                appearance(read),
                Language.ofCode(read.getProperty(LANGUAGE, "")).orElse(Language.FRENCH));
    }

    private static Appearance appearance(Properties read) {
        String percent = read.getProperty(TEXT_PERCENT, "");
        int size = percent.matches("[0-9]{3}") ? Integer.parseInt(percent) : Appearance.USUAL.textPercent();
        return new Appearance(mode(read.getProperty(MODE, "")), size);
    }

    private static Appearance.Mode mode(String written) {
        return Arrays.stream(Appearance.Mode.values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .orElse(Appearance.USUAL.mode());
    }

    public ReadOnlyObjectProperty<Appearance> appearanceProperty() {
        return appearance.getReadOnlyProperty();
    }

    public Appearance appearance() {
        return appearance.get();
    }

    /**
     * Changes the looks at once, and keeps them.
     *
     * @throws UncheckedIOException when the disk refuses; the looks have changed all the same, for this time
     */
    public void look(Appearance wanted) {
        appearance.set(wanted);
        keep();
    }

    public Language language() {
        return language;
    }

    /**
     * Keeps the language that is spoken from now on.
     *
     * @throws UncheckedIOException when the disk refuses; the language has changed all the same, for this time
     */
    public void speak(Language wanted) {
        language = wanted;
        keep();
    }

    private void keep() {
        Properties written = new Properties();
        written.setProperty(MODE, appearance().mode().name().toLowerCase(Locale.ROOT));
        written.setProperty(TEXT_PERCENT, Integer.toString(appearance().textPercent()));
        written.setProperty(LANGUAGE, language().code());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling("settings.new");
            try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                written.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
