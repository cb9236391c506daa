package org.tournee.server.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tournee.organisation.Commune;
import org.tournee.organisation.ShippedCommunes;

/** The communes of the demo service, by their INSEE code. */
record Communes(Map<String, Commune> byCode) {

    static Communes ofTheVienne() {
        return new Communes(ShippedCommunes.VIENNE.all().stream()
                .collect(Collectors.toUnmodifiableMap(Commune::code, Function.identity())));
    }

    /** In the order of their codes, which is that of their names. */
    List<Commune> all() {
        return byCode.values().stream()
                .sorted(Comparator.comparing(Commune::code))
                .toList();
    }

    Commune of(String code) {
        return Objects.requireNonNull(byCode.get(code), code);
    }
}
