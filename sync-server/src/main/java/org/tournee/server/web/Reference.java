package org.tournee.server.web;

import java.util.Locale;
import org.tournee.dossier.DossierId;

/** How a dossier is called where its name may not be shown. */
public final class Reference {

    private static final int SHOWN = 8;

    private Reference() {}

    /** The last characters of its id: the first ones are the time of its making. */
    public static String of(DossierId dossier) {
        String id = dossier.toString();
        return "N° " + id.substring(id.length() - SHOWN).toUpperCase(Locale.ROOT);
    }
}
