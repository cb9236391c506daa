package org.tournee.mobile.dossier;

import org.tournee.dossier.Dossier;
import org.tournee.mobile.app.Messages;

/** Where a household lives, as people read it. */
public final class AddressLine {

    private AddressLine() {}

    /** In one line; says so where it is not known. */
    public static String of(Dossier.Address address, Messages messages) {
        String line = address.line();
        return line.isEmpty() ? messages.get("dossier.address.none") : line;
    }
}
