package org.tournee.server.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Wire;

/** A third value, written in the browser: the texts of a group as a form, the rest kept as it stands. */
final class WrittenValue {

    /** The prefix of the inputs. */
    static final String INPUT = "champ.";

    private static final String COMMUNE_CODE = "commune_code";
    private static final String COMMUNE_NAME = "commune_name";

    /** The members that are free texts; all others are codes, days or ids, and are chosen with a side. */
    private static final Set<String> TEXTS = Set.of(
            "name",
            "street",
            "postcode",
            "phone",
            "email",
            "note",
            "family_name",
            "given_name",
            "text",
            "what",
            "reason",
            "commitments",
            "service");

    private static final Set<String> WIDE = Set.of("text", "what", "note", "reason", "commitments", "service");
    private static final Set<String> OPTIONAL = Set.of("phone", "email", "note", "reason", "service");
    private static final int LONGEST = 20_000;

    private final Groups base;
    private final Map<?, ?> texts;
    private final Map<String, String> communes;

    /**
     * @param base the JSON of the value that stands, or of another side where it was taken away
     * @param communes names by INSEE code, in their order
     */
    WrittenValue(@Nullable String base, Map<String, String> communes) {
        this.base = base == null ? Groups.NONE : parse(base);
        this.texts = Wire.read(Object.class, this.base.json()) instanceof Map<?, ?> members ? members : Map.of();
        this.communes = communes;
    }

    /** The form's fields; empty where the group holds no text. */
    List<ConflictPage.Field> fields() {
        List<ConflictPage.Field> fields = new ArrayList<>();
        for (String member : members()) {
            fields.add(new ConflictPage.Field(
                    INPUT + member,
                    member.equals(COMMUNE_CODE) ? Words.field(COMMUNE_NAME) : Words.field(member),
                    text(member),
                    WIDE.contains(member),
                    member.equals(COMMUNE_CODE) ? communeOptions() : List.of()));
        }
        return fields;
    }

    /** The JSON of what was written; empty where something is missing, too long or no commune. */
    Optional<String> read(Map<String, String> form) {
        Groups written = base;
        for (String member : members()) {
            String text = form.getOrDefault(INPUT + member, "").strip();
            if (text.length() > LONGEST || (text.isEmpty() && !OPTIONAL.contains(member))) {
                return Optional.empty();
            }
            if (member.equals(COMMUNE_CODE)) {
                String name = communes.get(text);
                if (name == null) {
                    return Optional.empty();
                }
                written = written.with(COMMUNE_NAME, Wire.json(name));
            }
            written = written.with(member, text.isEmpty() ? null : Wire.json(text));
        }
        return members().isEmpty() ? Optional.empty() : Optional.of(written.json());
    }

    private Set<String> members() {
        Set<String> members = new LinkedHashSet<>();
        for (String member : base.byName().keySet()) {
            if (TEXTS.contains(member) || (member.equals(COMMUNE_CODE) && !communes.isEmpty())) {
                members.add(member);
            }
        }
        return members;
    }

    private List<ConflictPage.Option> communeOptions() {
        String chosen = text(COMMUNE_CODE);
        List<ConflictPage.Option> options = new ArrayList<>();
        communes.forEach((code, name) -> options.add(new ConflictPage.Option(code, name, code.equals(chosen))));
        return options;
    }

    private String text(String member) {
        return texts.get(member) instanceof String text ? text : "";
    }

    private static Groups parse(String json) {
        try {
            return Groups.parse(json);
        } catch (MalformedException e) {
            return Groups.NONE; // not an object: it can be chosen, not written
        }
    }
}
