package org.tournee.server.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was typed into a form; what is missing, or no value of ours, is empty and asked for again. */
public record FormFields(Map<String, String> byName) {

    public FormFields {
        byName = Map.copyOf(byName);
    }

    /** The same with another text in one field: what no form sends, and is shown with it. */
    public FormFields with(String field, String text) {
        Map<String, String> fields = new HashMap<>(byName);
        fields.put(field, text);
        return new FormFields(fields);
    }

    /** Without the spaces around it; empty where it is missing. A line ends as browsers count it, by one character. */
    public String text(String field) {
        return byName.getOrDefault(field, "").replace("\r\n", "\n").strip();
    }

    public Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(text(field)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public <E extends Enum<E>> Optional<E> code(String field, Class<E> type) {
        try {
            return Optional.of(Enum.valueOf(type, text(field)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public Optional<UUID> id(String field) {
        try {
            return Optional.of(UUID.fromString(text(field)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** 0 where there is no number. */
    public long number(String field) {
        try {
            return Long.parseLong(text(field));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
