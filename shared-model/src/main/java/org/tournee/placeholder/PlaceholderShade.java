package org.tournee.placeholder;

import io.avaje.jsonb.Json;

/** An enum whose name in JSON is not its name in Java. */
@Json
public enum PlaceholderShade {
    LIGHT_BLUE("light_blue"),
    DARK("dark");

    private final String wire;

    PlaceholderShade(String wire) {
        this.wire = wire;
    }

    @Json.Value
    public String wire() {
        return wire;
    }
}
