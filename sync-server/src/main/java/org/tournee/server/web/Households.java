package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.store.ServerDossiers;

/** The names of households for lists, as far as the viewer may see them; each is a reading. Rules: R-SHARE, R-AUD. */
@Singleton
class Households {

    private final Viewer viewer;

    Households(Viewer viewer) {
        this.viewer = viewer;
    }

    /** By dossier, in the order given; those that the viewer may not see are missing. */
    Map<DossierId, Dossier> of(WebSession session, Collection<DossierId> dossiers) {
        Map<DossierId, Dossier> households = new LinkedHashMap<>();
        for (DossierId dossier : dossiers) {
            if (viewer.read(session, dossier) instanceof ServerDossiers.Opened opened) {
                households.put(dossier, opened.contents().dossier().value());
            }
        }
        return households;
    }
}
