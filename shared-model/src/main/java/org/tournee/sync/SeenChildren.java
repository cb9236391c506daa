package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the author of a deletion saw hanging on the record: the group {@code children} of the operation.
 *
 * @param revs the last revision pulled of each, by record id; one that was not pulled yet is missing
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record SeenChildren(Map<String, Long> revs) {

    /** The group of a deletion that holds it. */
    public static final String GROUP = "children";

    public static final SeenChildren NONE = new SeenChildren(Map.of());

    public SeenChildren {
        revs = Map.copyOf(revs);
    }

    /**
     * What a deletion says; nothing where it says nothing.
     *
     * @throws MalformedException when it says something else
     */
    public static SeenChildren of(Operation deletion) {
        GroupChange told = deletion.groups().get(GROUP);
        @Nullable String value = told == null ? null : told.value();
        return value == null ? NONE : Wire.read(SeenChildren.class, value);
    }

    /** The last revision of a record that its author had pulled; 0 for none. */
    public long revOf(RecordId record) {
        Long rev = revs.get(record.toString());
        return rev == null ? 0 : rev;
    }
}
