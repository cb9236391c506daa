package org.tournee.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.tournee.sync.Wire;

/** The catalogues of rights that come with the software; an organisation starts from one and keeps its own. Rule: R-CAT. */
public enum ShippedCatalogue {
    /** The rights of France. */
    FR,
    /** The rights of Belgium, for the Region of Brussels-Capital. */
    BE_BRU,
    /** The rights of Switzerland; the canton's own are named as such. */
    CH;

    /** The catalogue. */
    public RightsCatalogue catalogue() {
        String name = "catalogue-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
        try (InputStream stream = ShippedCatalogue.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Not in the jar: " + name);
            }
            return Wire.read(RightsCatalogue.class, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
