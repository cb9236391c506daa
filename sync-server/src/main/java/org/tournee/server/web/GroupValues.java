package org.tournee.server.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.Wire;

/** The value of a field group as texts that people read, whatever the kind: a newer one's members show as they are. */
public final class GroupValues {

    /** Ids and codes that another member says in words. */
    private static final Set<String> SILENT = Set.of("commune_code", "checkup", "catalogue", "catalogue_version");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Something that has no name here. */
    private static final String UNNAMED = "un élément du dossier";

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*Z");

    private final WorkerNames.Names names;
    private final ZoneId zone;
    private final Map<String, String> persons;

    GroupValues(WorkerNames.Names names, ZoneId zone) {
        this(names, zone, Map.of());
    }

    /**
     * Shows ids as names, as far as they are given.
     *
     * @param persons names by id
     */
    public GroupValues(WorkerNames.Names names, ZoneId zone, Map<String, String> persons) {
        this.names = names;
        this.zone = zone;
        this.persons = persons;
    }

    /**
     * The texts by member, in the order written.
     *
     * @param json the JSON of the group; null for none
     */
    public Map<String, String> texts(@Nullable String json) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (json != null && Wire.read(Object.class, json) instanceof Map<?, ?> members) {
            members.forEach((member, value) -> {
                String name = String.valueOf(member);
                if (value != null && !SILENT.contains(name)) {
                    texts.put(name, text(value));
                }
            });
        }
        return texts;
    }

    /** The members of several values together. */
    public static Set<String> members(List<Map<String, String>> values) {
        Set<String> members = new LinkedHashSet<>();
        values.forEach(value -> members.addAll(value.keySet()));
        return members;
    }

    private String text(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(this::text).collect(Collectors.joining(", "));
            case Map<?, ?> map -> map.values().stream().map(this::text).collect(Collectors.joining(", "));
            case Double number -> number(number);
            case String string -> string(string);
            default -> Words.value(value.toString());
        };
    }

    /** JSON has one kind of number; ours are whole. */
    private static String number(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private String string(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return Words.day(LocalDate.parse(text));
            }
            if (TIME.matcher(text).matches()) {
                return Words.time(Instant.parse(text), zone);
            }
        } catch (DateTimeParseException e) {
            return text; // looks like a date and is none: shown as it was written
        }
        if (ID.matcher(text).matches()) {
            return names.ofId(text)
                    .or(() -> Optional.ofNullable(persons.get(text)))
                    .orElse(UNNAMED);
        }
        return Words.value(text);
    }
}
