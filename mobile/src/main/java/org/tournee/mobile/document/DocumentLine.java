package org.tournee.mobile.document;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tournee.document.Document;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.KeptDocument;

/**
 * A document as it is shown.
 *
 * @param kept its bytes on this phone; empty where they are not here
 */
public record DocumentLine(Entry<Document> entry, Optional<KeptDocument> kept) {

    /** Where its bytes are, in the words of the page. */
    public enum Standing {
        WAITING,
        SENDING,
        REFUSED,
        HELD,
        /** Asked for, and fetched with the next connection. */
        FETCHING,
        /** A colleague took it in, and their phone has not sent it yet. */
        WITH_COLLEAGUE
    }

    /** Those of a dossier: what serves first, then by kind. */
    public static List<DocumentLine> of(DossierContents contents, DocumentFiles files, LocalDate today) {
        return contents.documents().stream()
                .map(entry -> new DocumentLine(entry, files.of(entry.id())))
                .sorted(Comparator.comparing(
                                (DocumentLine line) -> !line.document().isValidOn(today))
                        .thenComparing(line -> line.document().description().kind()))
                .toList();
    }

    public Document document() {
        return entry.value();
    }

    public boolean isHere() {
        return kept.filter(KeptDocument::isHere).isPresent();
    }

    public Standing standing() {
        KeptDocument.State state = kept.map(KeptDocument::state).orElse(null);
        if (state == KeptDocument.State.REFUSED) {
            return Standing.REFUSED;
        }
        if (state == KeptDocument.State.WANTED) {
            return Standing.FETCHING;
        }
        if (document().isHeld() || state == KeptDocument.State.HELD) {
            return Standing.HELD;
        }
        if (kept.isEmpty() || state == KeptDocument.State.FETCHED) {
            return Standing.WITH_COLLEAGUE; // also where the service was set back and lost it
        }
        return kept.get().sentBytes() > 0 ? Standing.SENDING : Standing.WAITING;
    }
}
