package org.tournee.mobile.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tournee.mobile.app.Messages;

/** Days as people type them: {@code 3/11/2026}, {@code 3.11.2026}. */
public final class TypedDay {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/. -](\\d{1,2})[/. -](\\d{4})");

    private TypedDay() {}

    /** The day that was typed; empty where it is none. */
    public static Optional<LocalDate> of(String typed) {
        Matcher parts = DAY.matcher(typed.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(parts, 3), number(parts, 2), number(parts, 1)));
        } catch (DateTimeException e) {
            return Optional.empty(); // the 31st of February: said beside the field
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** A day as a form begins with it, in the way of the language that people chose. */
    public static String text(LocalDate day, Messages messages) {
        return DateTimeFormatter.ofPattern(messages.get("date.pattern.typed")).format(day);
    }
}
