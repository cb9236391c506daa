package org.tournee.rights;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All rights that a sweep looks at: versioned data, edited by the back office, carried to every phone. A right that is
 * retired stays in it, so that what was said of it keeps its name. Rule: R-CAT.
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record RightsCatalogue(String catalogue, int version, LocalDate asOf, List<Right> rights) {

    public RightsCatalogue {
        Objects.requireNonNull(catalogue, "catalogue");
        Objects.requireNonNull(asOf, "asOf");
        rights = List.copyOf(rights);
    }

    public Optional<Right> right(String id) {
        return rights.stream().filter(right -> right.id().equals(id)).findFirst();
    }

    /** Those that a sweep looks at today. */
    public List<Right> offered() {
        return offeredIn(version);
    }

    /** Those that a sweep looked at that was begun under an earlier version. */
    public List<Right> offeredIn(int of) {
        return rights.stream().filter(right -> right.isOfferedIn(of)).toList();
    }

    /** The name of a right; its id where the catalogue has it no more. */
    public String nameOf(String id) {
        return right(id).map(Right::name).orElse(id);
    }
}
