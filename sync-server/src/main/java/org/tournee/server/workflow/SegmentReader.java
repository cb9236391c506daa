package org.tournee.server.workflow;

import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.database.Database;
import org.tournee.server.problem.Problem;
import org.tournee.server.problem.ProblemException;
import org.tournee.server.store.DossierStandings;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.ServerDossiers;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.workflow.DossierCourse;
import org.tournee.workflow.Signer;

/** Reads where a dossier stands, and how the viewer stands to it: decided and audited. Rules: R-SHARE, R-AUD. */
@Singleton
public class SegmentReader {

    private final Viewer viewer;
    private final Database database;
    private final DossierStandings standings;
    private final Organisations organisations;

    SegmentReader(Viewer viewer, Database database, DossierStandings standings, Organisations organisations) {
        this.viewer = viewer;
        this.database = database;
        this.standings = standings;
        this.organisations = organisations;
    }

    /** Where the dossier stands today. */
    public record Seen(
            DossierContents contents,
            DossierCourse course,
            DossierStandings.DossierStanding standing,
            LocalDate today) {

        Signer signer() {
            return new Signer(standing.worker(), standing.roles(), standing.links(), today);
        }
    }

    /**
     * Reads it in the name of the viewer.
     *
     * @throws ProblemException where there is no such dossier, or it is not open to the viewer
     */
    public Seen read(WebSession session, DossierId dossier) {
        return switch (viewer.read(session, dossier)) {
            case ServerDossiers.Opened opened -> seen(session, opened.contents());
            case ServerDossiers.Refused refused -> throw hidden(refused.reason());
            case ServerDossiers.Unknown unknown ->
                throw Problem.of(HttpStatus.NOT_FOUND, "unknown-dossier", "Ce dossier n’existe pas.")
                        .asException();
        };
    }

    /** A page that is not the viewer's, said with the code of the refusal. */
    static ProblemException hidden(String refusal) {
        return Problem.of(HttpStatus.FORBIDDEN, "not-allowed", Words.refusal(refusal))
                .asException();
    }

    private Seen seen(WebSession session, DossierContents contents) {
        LocalDate today = organisations.today(session.organisation(), viewer.now());
        DossierStandings.DossierStanding standing = database.read(connection ->
                standings.of(connection, session.organisation(), session.worker(), contents.id(), viewer.now()));
        return new Seen(contents, DossierCourse.of(contents, today), standing, today);
    }
}
