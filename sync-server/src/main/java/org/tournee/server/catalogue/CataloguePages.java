package org.tournee.server.catalogue;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tournee.rights.CatalogueEdit;
import org.tournee.rights.Right;
import org.tournee.rights.RightsDomain;
import org.tournee.server.access.WebSession;
import org.tournee.server.catalogue.CatalogueDrafts.Standing;
import org.tournee.server.page.Section;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;

/** Makes the pages on which the catalogue of rights is edited. Rule: R-CAT. */
@Singleton
class CataloguePages {

    private final Frames frames;
    private final Profiles profiles;
    private final WorkerNames workers;

    CataloguePages(Frames frames, Profiles profiles, WorkerNames workers) {
        this.frames = frames;
        this.profiles = profiles;
        this.workers = workers;
    }

    DraftPage draft(WebSession session, Standing standing, String message) {
        CatalogueEdit edit = standing.edit();
        return new DraftPage(
                frames.of(session, "Modifier le catalogue", Section.DIRECTORY),
                said(session, standing),
                message,
                standing.seen(),
                edit.differences().stream()
                        .map(difference -> RightValues.of(difference, path(difference.right())))
                        .toList(),
                Arrays.stream(RightsDomain.values())
                        .map(domain -> new DraftPage.Domain(Words.of(domain), lines(edit, domain)))
                        .filter(domain -> !domain.rights().isEmpty())
                        .toList());
    }

    private String said(WebSession session, Standing standing) {
        String next = "Ce sera la version " + standing.edit().version();
        if (standing.changedAt() == null) {
            return next + ". Les téléphones gardent la version "
                    + standing.edit().published().version() + " jusqu’à la publication.";
        }
        ZoneId zone = profiles.of(session.organisation()).zone();
        return next + ". Dernière modification par "
                + workers.of(session.organisation()).of(standing.changedBy()) + ", le "
                + Words.time(standing.changedAt(), zone) + ".";
    }

    private static List<DraftPage.Line> lines(CatalogueEdit edit, RightsDomain domain) {
        return edit.next().rights().stream()
                .filter(right -> right.domain() == domain)
                .map(right -> new DraftPage.Line(
                        right.id(),
                        right.name(),
                        right.institution(),
                        CatalogueDrafts.digest(edit, right.id()),
                        state(edit, right),
                        !right.isRetired(),
                        edit.mayBeKept(right.id())))
                .toList();
    }

    private static String state(CatalogueEdit edit, Right right) {
        if (right.isRetired()) {
            return edit.mayBeKept(right.id()) ? "sera retiré" : "retiré à la version " + right.until();
        }
        return edit.published().right(right.id()).isEmpty() ? "nouveau" : "";
    }

    private static String path(Right right) {
        return CatalogueController.PATH + "/droits/" + right.id();
    }

    /** @param name as it is known; empty for a new one */
    RightPage right(WebSession session, RightPage.Typed typed, String name, List<String> wrong) {
        return right(session, typed, name, wrong, Optional.empty());
    }

    /** @param now the right as somebody else wrote it meanwhile */
    RightPage right(WebSession session, RightPage.Typed typed, String name, List<String> wrong, Optional<Right> now) {
        String title = name.isEmpty() ? "Nouveau droit" : name;
        return new RightPage(
                frames.of(session, title, Section.DIRECTORY),
                title,
                wrong,
                now.map(RightValues::of).orElse(List.of()),
                typed);
    }

    VersionsPage versions(WebSession session, List<CatalogueDrafts.Version> versions) {
        ZoneId zone = profiles.of(session.organisation()).zone();
        WorkerNames.Names names = workers.of(session.organisation());
        return new VersionsPage(
                frames.of(session, "Versions du catalogue", Section.DIRECTORY),
                versions.stream()
                        .map(version -> new VersionsPage.Line(
                                version.number(),
                                "publiée le " + Words.time(version.at(), zone) + " par " + names.of(version.by())))
                        .toList());
    }
}
