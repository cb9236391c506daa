package org.tournee.mobile.dossier;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day as people type them: {@code 14:30}, {@code 14h30}, {@code 14u30}, {@code 14 Uhr}, {@code 9}. */
public final class TypedTime {

    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})\\s*(?:(?:Uhr|uur|[:hu.])\\s*(\\d{2})?)?", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("HH:mm");

    private TypedTime() {}

    /** The time that was typed; empty where it is none. */
    public static Optional<LocalTime> of(String typed) {
        Matcher parts = TIME.matcher(typed.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(parts.group(1));
        int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    /** A time as a form begins with it. */
    public static String text(LocalTime time) {
        return TEXT.format(time);
    }
}
