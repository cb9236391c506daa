package org.tournee.server.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
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

/** « À traiter »: the inbox. Rule: R-BO. */
@Controller("/a-traiter")
@Secured({"TEAM_HEAD", "SOCIAL_WORKER", "ADMIN_ASSISTANT", "INTAKE_WORKER", "BACK_OFFICE", "ADMINISTRATOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
class InboxController {

    private static final int LONGEST = 100;

    private final Inbox inbox;
    private final InboxRows rows;
    private final Households households;
    private final Frames frames;
    private final Html html;

    InboxController(Inbox inbox, InboxRows rows, Households households, Frames frames, Html html) {
        this.inbox = inbox;
        this.rows = rows;
        this.households = households;
        this.frames = frames;
        this.html = html;
    }

    @Get
    HttpResponse<String> inbox(
            WebSession session, @QueryValue @Nullable String quoi, @QueryValue @Nullable String mien) {
        InboxFilter filter = InboxFilter.of(quoi, mien);
        List<InboxItem> all = inbox.of(session);
        List<InboxItem> chosen = filter.of(all);
        List<InboxItem> shown = chosen.stream().limit(LONGEST).toList();
        return html.ok(
                "web/inbox",
                new InboxPage(
                        frames.of(session, "À traiter", Section.INBOX),
                        rows.of(session, shown, names(session, shown)),
                        tabs(all, filter),
                        filter.theirs(),
                        filter.pathTurned(),
                        chosen.size() - shown.size()));
    }

    private Map<DossierId, Dossier> names(WebSession session, List<InboxItem> items) {
        Map<DossierId, Set<Link>> links = new HashMap<>();
        for (InboxItem item : items) {
            DossierId dossier = item.dossier();
            if (dossier != null) {
                links.put(dossier, item.links());
            }
        }
        return households.of(session, links.keySet(), links);
    }

    private static List<InboxPage.Tab> tabs(List<InboxItem> all, InboxFilter filter) {
        List<InboxPage.Tab> tabs = new ArrayList<>();
        InboxFilter any = new InboxFilter(null, filter.theirs());
        tabs.add(new InboxPage.Tab(any.path(null), "Tout", any.of(all).size(), filter.kind() == null));
        for (InboxItem.Kind kind : InboxItem.Kind.values()) {
            int count = new InboxFilter(kind, filter.theirs()).of(all).size();
            if (count > 0 || kind == filter.kind()) {
                tabs.add(new InboxPage.Tab(filter.path(kind), Words.of(kind), count, kind == filter.kind()));
            }
        }
        return tabs;
    }
}
