package org.tournee.mobile.sync;

import java.util.Set;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.mobile.store.KeptDocument.Refusal;
import org.tournee.mobile.store.KeptDocument.State;
import org.tournee.mobile.store.PhoneStore;
import org.tournee.mobile.store.StoreException;
import org.tournee.mobile.store.StoreException.Problem;
import org.tournee.mobile.sync.ServerFailure.Kind;
import org.tournee.sync.Limits;

/**
 * Sends the bytes of documents, after all text and one after the other, from where the server says that they stand; then
 * fetches those that somebody wants to see. Rules: R-DOC, R-SYN.
 */
final class DocumentSender implements SyncRun.DocumentWork {

    /** How often in a row the server may say "elsewhere" before it counts as trouble. */
    private static final int MOST_QUESTIONS = 5;

    private final DocumentGateway gateway;
    private final Access access;
    private final DocumentFiles files;
    private final PhoneStore store;

    DocumentSender(DocumentGateway gateway, Access access, DocumentFiles files, PhoneStore store) {
        this.store = store;
        this.gateway = gateway;
        this.access = access;
        this.files = files;
    }

    /** One that the server refuses stops no other; what is held of dossiers that went goes too. */
    @Override
    public void doAll() throws ServerFailure {
        for (KeptDocument document : files.in(State.WAITING)) {
            send(document);
        }
        for (KeptDocument document : files.in(State.WANTED)) {
            fetch(document);
        }
        dropOutside();
    }

    @Override
    public void dropOutside() {
        files.dropOutside(store.dossiers());
    }

    @Override
    public void erase(Set<DossierId> dossiers) {
        files.erase(dossiers);
    }

    @Override
    public void doubt() {
        files.doubt(store);
    }

    @Override
    public Set<DossierId> owing() {
        return files.owing();
    }

    private void send(KeptDocument document) throws ServerFailure {
        try {
            DocumentGateway.Answer end = sent(document);
            if (wasAlteredThere(end)) {
                end = sent(document);
            }
            if (end instanceof DocumentGateway.Refused refused) {
                files.refused(document.document(), refused.why());
            } else {
                files.held(document.document());
            }
        } catch (StoreException e) {
            if (e.problem() != Problem.UNREADABLE) {
                throw e;
            }
            files.refused(document.document(), Refusal.ALTERED); // somebody changed the file on this phone
        }
    }

    /** Ours opened as they were sealed: the service lost or altered some of them, and begins again. */
    private static boolean wasAlteredThere(DocumentGateway.Answer end) {
        return end instanceof DocumentGateway.Refused refused && refused.why() == Refusal.ALTERED;
    }

    /** Goes on until all bytes are there, or the document is refused. */
    private DocumentGateway.Answer sent(KeptDocument document) throws ServerFailure {
        DocumentGateway.Answer standing = asked(document);
        int questions = 0;
        while (!isEnd(standing, document)) {
            if (standing instanceof DocumentGateway.At at) {
                standing = next(document, at.offset());
            } else if (questions++ < MOST_QUESTIONS) {
                standing = asked(document);
            } else {
                throw ServerFailure.of(Kind.UNEXPECTED);
            }
        }
        return standing;
    }

    private static boolean isEnd(DocumentGateway.Answer standing, KeptDocument document) {
        return standing instanceof DocumentGateway.Refused
                || (standing instanceof DocumentGateway.At at && at.offset() == document.sizeBytes());
    }

    private DocumentGateway.Answer next(KeptDocument document, long offset) throws ServerFailure {
        byte[] chunk = files.read(document.document(), offset, Limits.DOCUMENT_CHUNK_BYTES);
        DocumentGateway.Answer answer = access.call(token -> gateway.add(document, offset, chunk, token));
        if (answer instanceof DocumentGateway.At at && at.offset() < document.sizeBytes()) {
            files.sent(document.document(), at.offset());
        }
        return answer;
    }

    private DocumentGateway.Answer asked(KeptDocument document) throws ServerFailure {
        DocumentGateway.Answer standing = access.call(token -> gateway.offset(document.document(), token));
        return standing instanceof DocumentGateway.NotBegun
                ? access.call(token -> gateway.begin(document, token))
                : standing;
    }

    /** Goes on from what came before a cut. What the server does not give, or gives differently, is not asked for in a loop: one may ask again. */
    private void fetch(KeptDocument document) throws ServerFailure {
        try {
            for (long from = files.arrived(document); from < document.sizeBytes(); from = files.arrived(document)) {
                long next = from;
                files.arrived(document, access.call(token -> gateway.content(document.document(), next, token)));
            }
            if (!files.fetched(document)) {
                files.giveUp(document);
            }
        } catch (ServerFailure e) {
            switch (e.kind()) {
                case NOT_ALLOWED, UNEXPECTED, NOT_FOUND -> files.giveUp(document);
                default -> throw e;
            }
        }
    }
}
