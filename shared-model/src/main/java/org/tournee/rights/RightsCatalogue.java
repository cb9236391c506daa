package org.tournee.rights;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All rights that a sweep looks at: versioned data, edited by the back office, carried to every phone. Rule: R-CAT. */
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

    /** The name of a right; its id where the catalogue has it no more. */
    public String nameOf(String id) {
        return right(id).map(Right::name).orElse(id);
    }
}
