package org.tournee.server.workflow;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tournee.access.Link;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.profile.Wording;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.page.Shell;
import org.tournee.server.segment.Profiles;
import org.tournee.server.web.Frames;
import org.tournee.server.web.Households;
import org.tournee.server.web.Reference;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;

/** « Décisions »: the inbox of signatures. Rules: R-BO, R-SEG-6. */
@Controller("/decisions")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class DecisionsController {

    private static final int LONGEST = 100;

    private final OpenDecisions decisions;
    private final DueReviews reviews;
    private final Profiles profiles;
    private final Viewer viewer;
    private final Households households;
    private final WorkerNames workers;
    private final Frames frames;
    private final Html html;

    DecisionsController(
            OpenDecisions decisions,
            DueReviews reviews,
            Profiles profiles,
            Viewer viewer,
            Households households,
            WorkerNames workers,
            Frames frames,
            Html html) {
        this.decisions = decisions;
        this.reviews = reviews;
        this.profiles = profiles;
        this.viewer = viewer;
        this.households = households;
        this.workers = workers;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> decisions(WebSession session) {
        List<OpenDecisions.Open> open = decisions.of(session);
        List<OpenDecisions.Open> mine = shown(open, true);
        List<OpenDecisions.Open> others = shown(open, false);
        Map<DossierId, Set<Link>> links = new HashMap<>();
        mine.forEach(decision -> links.put(decision.dossier(), decision.links()));
        others.forEach(decision -> links.put(decision.dossier(), decision.links()));
        List<DueReviews.Due> due = reviews.of(session).stream().limit(LONGEST).toList();
        due.forEach(review -> links.put(review.dossier(), review.links()));
        LocalDate today = LocalDate.ofInstant(
                viewer.now(), profiles.of(session.organisation()).zone());
        Map<DossierId, Dossier> named = households.of(session, links.keySet(), links);
        WorkerNames.Names names = workers.of(session.organisation());
        Shell shell = frames.of(session, "Décisions", Section.DECISIONS);
        return html.ok(
                "workflow/decisions",
                new DecisionsPage(
                        shell,
                        mine.stream()
                                .map(decision -> row(decision, named, names, shell.wording()))
                                .toList(),
                        others.stream()
                                .map(decision -> row(decision, named, names, shell.wording()))
                                .toList(),
                        due.stream()
                                .map(review -> row(review, named, names, today))
                                .toList()));
    }

    private static List<OpenDecisions.Open> shown(List<OpenDecisions.Open> open, boolean theirs) {
        return open.stream()
                .filter(decision -> decision.isTheirs() == theirs)
                .limit(LONGEST)
                .toList();
    }

    private static DecisionsPage.Row row(
            DueReviews.Due review, Map<DossierId, Dossier> named, WorkerNames.Names names, LocalDate today) {
        boolean late = review.dueOn().isBefore(today);
        return new DecisionsPage.Row(
                review.path(),
                name(review.dossier(), named),
                Words.of(review.duty()),
                (late ? "Était pour le " : "Pour le ") + Words.day(review.dueOn()) + ", " + names.of(review.whom()),
                review.isTheirs() ? "À vous" : "");
    }

    private static String name(DossierId id, Map<DossierId, Dossier> named) {
        Dossier dossier = named.get(id);
        return dossier == null
                ? "Dossier " + Reference.of(id)
                : dossier.household().name();
    }

    private static DecisionsPage.Row row(
            OpenDecisions.Open decision, Map<DossierId, Dossier> named, WorkerNames.Names names, Wording wording) {
        return new DecisionsPage.Row(
                "/dossiers/" + decision.dossier() + "/segment",
                name(decision.dossier(), named),
                Words.saying(decision.origin(), wording) + " : " + Words.of(decision.to(), wording),
                names.of(decision.author()) + ", dernière signature le " + Words.day(decision.signedOn()),
                Words.shortly(decision.next()));
    }
}
