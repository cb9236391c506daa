package org.tournee.server.history;

import jakarta.inject.Singleton;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tournee.dossier.DossierId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.access.WebSession;
import org.tournee.server.audit.AuditCheck;
import org.tournee.server.page.Section;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.Organisations;
import org.tournee.server.web.Frames;
import org.tournee.server.web.HouseholdName;
import org.tournee.server.web.Reference;
import org.tournee.server.web.Viewer;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;

/** Lays out a dossier's history. */
@Singleton
class HistoryPages {

    private final Frames frames;
    private final Profiles profiles;
    private final Organisations organisations;
    private final WorkerNames workers;
    private final HouseholdName households;
    private final AuditCheck check;
    private final Viewer viewer;

    HistoryPages(
            Frames frames,
            Profiles profiles,
            Organisations organisations,
            WorkerNames workers,
            HouseholdName households,
            AuditCheck check,
            Viewer viewer) {
        this.frames = frames;
        this.profiles = profiles;
        this.organisations = organisations;
        this.workers = workers;
        this.households = households;
        this.check = check;
        this.viewer = viewer;
    }

    /** @param size of a page: one step more than that means that there is an earlier one */
    HistoryPage history(
            WebSession session, DossierId dossier, HistoryFilter filter, HistoryReader.Read read, int size) {
        OrganisationProfile profile = profiles.of(session.organisation());
        WorkerNames.Names names = workers.of(session.organisation());
        HistoryEntries entries = new HistoryEntries(read, names, profile);
        List<Step> steps = read.steps().subList(0, Math.min(size, read.steps().size()));
        String path = "/dossiers/" + dossier + "/historique";
        return new HistoryPage(
                frames.of(session, "Historique", Section.DOSSIERS),
                path,
                "/dossiers/" + dossier,
                households.of(session.organisation(), dossier, read.standing()),
                steps.stream().map(entries::entry).toList(),
                acts(filter, read.ofHead()),
                workers(filter, read, names),
                read.ofHead() ? path + "/releve" : "",
                read.steps().size() > size ? filter.path(path, steps.getLast().seq()) : "");
    }

    private static List<HistoryPage.Choice> acts(HistoryFilter filter, boolean ofHead) {
        List<HistoryPage.Choice> choices = new ArrayList<>();
        if (ofHead) {
            for (HistoryFilter.Part part : HistoryFilter.Part.values()) {
                choices.add(new HistoryPage.Choice(part.inAddress(), part.label(), part == filter.part()));
            }
        }
        return choices;
    }

    private static List<HistoryPage.Choice> workers(
            HistoryFilter filter, HistoryReader.Read read, WorkerNames.Names names) {
        return read.workers().stream()
                .map(worker ->
                        new HistoryPage.Choice(worker.toString(), names.of(worker), worker.equals(filter.worker())))
                .sorted(Comparator.comparing(HistoryPage.Choice::label, Collator.getInstance(Locale.FRENCH)::compare))
                .toList();
    }

    /** @param longest one step more than that means that older ones are left out */
    StatementPage statement(WebSession session, DossierId dossier, HistoryReader.Read read, int longest) {
        OrganisationProfile profile = profiles.of(session.organisation());
        WorkerNames.Names names = workers.of(session.organisation());
        HistoryEntries entries = new HistoryEntries(read, names, profile);
        List<Step> steps =
                read.steps().subList(0, Math.min(longest, read.steps().size()));
        return new StatementPage(
                frames.of(session, "Relevé des accès", Section.DOSSIERS),
                "/dossiers/" + dossier,
                organisations.find(session.organisation()).name(),
                households.of(session.organisation(), dossier, read.standing()),
                Reference.of(dossier),
                Words.time(viewer.now(), profile.zone()),
                session.name(),
                steps.stream()
                        .map(step -> new StatementPage.Line(
                                Words.time(step.at(), profile.zone()),
                                names.of(step.worker()),
                                names.rolesOf(step.worker()),
                                step.from(),
                                Words.act(step.act().name()),
                                about(entries.of(step))))
                        .toList(),
                check.check(session.organisation(), dossier.toString()) instanceof AuditCheck.Intact,
                read.steps().size() > longest);
    }

    /** Kinds and field groups, never values. */
    private static String about(List<LoggedChange> changes) {
        Set<String> about = new LinkedHashSet<>();
        for (LoggedChange change : changes) {
            String group = change.group();
            if (group != null) {
                about.add(Words.group(change.about(), group));
            } else {
                change.operation().groups().keySet().forEach(name -> about.add(Words.group(change.about(), name)));
            }
        }
        return String.join(", ", about);
    }
}
