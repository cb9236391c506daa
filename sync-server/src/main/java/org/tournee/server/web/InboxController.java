package org.tournee.server.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tournee.access.Link;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.Html;
import org.tournee.server.page.Section;
import org.tournee.server.segment.Profiles;

/** « À traiter »: the inbox. Rule: R-BO. */
@Controller("/a-traiter")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER", "BACK_OFFICE"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class InboxController {

    private static final int LONGEST = 100;

    private final Inbox inbox;
    private final Households households;
    private final Profiles profiles;
    private final Frames frames;
    private final Html html;

    InboxController(Inbox inbox, Households households, Profiles profiles, Frames frames, Html html) {
        this.inbox = inbox;
        this.households = households;
        this.profiles = profiles;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> inbox(WebSession session) {
        List<Inbox.Waiting> waiting = inbox.of(session).stream().limit(LONGEST).toList();
        Map<DossierId, Set<Link>> links = new HashMap<>();
        waiting.forEach(one -> links.put(one.conflict().dossier(), one.links()));
        Map<DossierId, Dossier> names = households.of(session, links.keySet(), links);
        ZoneId zone = profiles.of(session.organisation()).zone();
        List<InboxPage.Row> rows =
                waiting.stream().map(one -> row(one, names, zone)).toList();
        return html.ok("web/inbox", new InboxPage(frames.of(session, "À traiter", Section.INBOX), rows));
    }

    private static InboxPage.Row row(Inbox.Waiting waiting, Map<DossierId, Dossier> names, ZoneId zone) {
        DossierId dossier = waiting.conflict().dossier();
        Dossier known = names.get(dossier);
        return new InboxPage.Row(
                waiting.mayView()
                        ? "/divergences/" + dossier + "/" + waiting.conflict().conflict()
                        : null,
                known == null
                        ? "Dossier " + Reference.of(dossier)
                        : known.household().name(),
                Words.group(waiting.conflict().kind(), waiting.conflict().group()),
                Words.time(waiting.conflict().since(), zone),
                waiting.maySettle());
    }
}
