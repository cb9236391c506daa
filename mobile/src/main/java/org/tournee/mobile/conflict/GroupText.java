package org.tournee.mobile.conflict;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.directory.Listed;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Names;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;
import org.tournee.sync.RecordId;
import org.tournee.sync.Wire;

/**
 * A field group's JSON as a person reads it: one line a field, its name and its value. Fields that this version does not
 * know are shown as they are: nothing may be settled unseen. Rule: R-REC.
 */
public final class GroupText {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile(DAY.pattern() + "T[0-9:.]+Z");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z_]+");

    /** Whose words a constant may be; the first that has one says it. */
    private static final List<String> TYPES = List.of(
            "value",
            "channel",
            "place",
            "planning",
            "happening",
            "result",
            "topic",
            "trigger",
            "origin",
            "householdFact",
            "ground",
            "phase",
            "obstacle",
            "purpose",
            "urgency",
            "decision",
            "kind",
            "confidentiality",
            "connection",
            "admission",
            "walkIn.is");

    /** Chosen from a list, never typed: a name and its code must not come apart. */
    private static final Set<String> CHOSEN = Set.of("commune_code", "commune_name");

    private static final Set<String> INNER =
            Set.of("corrects", "moved_to", "checkup", "catalogue", "catalogue_version", "commune_code");

    private final Phone phone;
    private final Messages messages;

    public GroupText(Phone phone) {
        this.phone = phone;
        this.messages = phone.messages();
    }

    /**
     * One field.
     *
     * @param field its name on the wire
     * @param name as people read it
     * @param value as people read it, empty for none
     * @param free whether the value is free text, that somebody may write anew
     */
    public record Line(String field, String name, String value, boolean free) {

        /** Whether only the machine reads it: ids and codes that stand beside their names. */
        public boolean inner() {
            return INNER.contains(field);
        }

        /** The same field without a value. */
        Line emptied() {
            return new Line(field, name, "", free);
        }
    }

    /** The fields of a group; none where the author took the group away. */
    public List<Line> lines(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        members(json).forEach((field, raw) -> add(lines, field, raw));
        return lines;
    }

    /** A record as a whole has its groups one level deeper: each of their fields is a line that nobody writes anew. */
    private void add(List<Line> lines, String field, String raw) {
        if (!raw.startsWith("{")) {
            lines.add(line(field, raw));
            return;
        }
        for (Line inner : lines(raw)) {
            lines.add(new Line(field + "." + inner.field(), inner.name(), inner.value(), false));
        }
    }

    /** The group with the values of some free fields replaced. */
    public static String with(@Nullable String json, Map<String, String> written) {
        Groups groups = json == null ? Groups.NONE : Groups.parse(json);
        for (Map.Entry<String, String> field : written.entrySet()) {
            groups = groups.with(field.getKey(), Wire.json(field.getValue()));
        }
        return groups.json();
    }

    private static Map<String, String> members(String json) {
        try {
            return Groups.parse(json).byName();
        } catch (MalformedException e) {
            return new LinkedHashMap<>(Map.of("value", json)); // not an object: shown as it is
        }
    }

    private Line line(String field, String raw) {
        String name = name(field, messages);
        if (!raw.startsWith("\"")) {
            return new Line(field, name, plain(raw), false);
        }
        String text = String.valueOf(Wire.read(Object.class, raw));
        String said = said(text);
        return new Line(field, name, said.isEmpty() ? text : said, said.isEmpty() && !CHOSEN.contains(field));
    }

    /** What nobody types as it stands: constants, dates, people, rights; empty for free text. */
    private String said(String text) {
        String constant = constant(text);
        if (!constant.isEmpty()) {
            return constant;
        }
        if (DAY.matcher(text).matches() || MOMENT.matcher(text).matches()) {
            return date(text);
        }
        if (ID.matcher(text).matches()) {
            return named(UUID.fromString(text));
        }
        return CONSTANT.matcher(text).matches()
                ? text
                : phone.store()
                        .catalogue()
                        .right(text)
                        .map(right -> right.name())
                        .orElse("");
    }

    private String constant(String text) {
        return TYPES.stream()
                .map(type -> known(type + "." + text, ""))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String date(String text) {
        try {
            return DAY.matcher(text).matches()
                    ? DateTexts.of(phone).day(LocalDate.parse(text))
                    : DateTexts.of(phone).moment(Instant.parse(text));
        } catch (DateTimeException e) {
            return text; // no day of any calendar: shown as it is
        }
    }

    /** A desk, a partner, a person of a household or a colleague by name, a goal by its words. */
    private String named(UUID id) {
        Stream<String> desks = Optional.ofNullable(phone.store().desks().get(new RecordId(id))).stream()
                .map(desk -> Names.of(messages, desk));
        Stream<String> partners = phone.store().partners().stream()
                .filter(listed -> listed.id().value().equals(id))
                .map(Listed::name);
        Stream<String> inDossiers = phone.store().dossiers().stream()
                .flatMap(dossier -> Stream.concat(
                        dossier.persons().stream()
                                .filter(person -> person.id().value().equals(id))
                                .map(person -> person.value().identity().givenName()),
                        dossier.goals().stream()
                                .filter(goal -> goal.id().value().equals(id))
                                .map(goal -> goal.value().aim().text())));
        return Stream.of(desks, partners, inDossiers)
                .flatMap(names -> names)
                .findFirst()
                .orElseGet(() -> Names.of(phone, new WorkerId(id)));
    }

    /** Numbers, truth values and lists. */
    private String plain(String raw) {
        if (raw.startsWith("[") && Wire.read(Object.class, raw) instanceof List<?> list) {
            List<String> parts = new ArrayList<>();
            for (Object part : list) {
                String said = said(String.valueOf(part));
                parts.add(said.isEmpty() ? String.valueOf(part) : said);
            }
            return String.join(", ", parts);
        }
        return known("value." + raw, raw);
    }

    /** How people call a field; its own name for one of a newer version. */
    public static String name(String field, Messages messages) {
        return known("field." + field, field.replace('_', ' '), messages);
    }

    private String known(String key, String otherwise) {
        return known(key, otherwise, messages);
    }

    private static String known(String key, String otherwise, Messages messages) {
        try {
            return messages.get(key);
        } catch (MissingResourceException e) {
            return otherwise; // a field or constant of a newer version
        }
    }
}
