package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.WebSession;
import org.tournee.server.page.PlainText;
import org.tournee.server.page.Section;
import org.tournee.server.page.Shell;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.segment.PacedDossier;
import org.tournee.server.segment.Profiles;

/** Lists of dossiers: those that the viewer is linked to, or the back office's. Rules: R-SHARE, R-BO. */
@Singleton
class DossierLists {

    private static final int PAGE = 50;

    private final LinkedDossiers linked;
    private final Profiles profiles;
    private final PaceSurvey survey;
    private final Households households;
    private final WorkerNames workers;
    private final AdministrativeList administrative;
    private final Frames frames;

    DossierLists(
            LinkedDossiers linked,
            Profiles profiles,
            PaceSurvey survey,
            Households households,
            WorkerNames workers,
            AdministrativeList administrative,
            Frames frames) {
        this.linked = linked;
        this.profiles = profiles;
        this.survey = survey;
        this.households = households;
        this.workers = workers;
        this.administrative = administrative;
        this.frames = frames;
    }

    /** @param search a part of a name; empty for none */
    DossiersPage of(WebSession session, DossierFilter filter, String search) {
        LocalDate today = survey.today(session.organisation());
        Map<DossierId, Set<Link>> links =
                linked.of(session.organisation(), session.worker(), today, profiles.of(session.organisation()));
        if (session.has(Role.BACK_OFFICE) && !followsDossiers(session)) {
            return administrative(session, filter);
        }
        boolean head = links.values().stream().anyMatch(theirs -> theirs.contains(Link.HEAD));
        List<DossierId> scope = links.entrySet().stream()
                .filter(entry -> isInScope(entry.getValue(), head, filter.team() || !search.isEmpty()))
                .map(Map.Entry::getKey)
                .toList();
        List<PacedDossier> dossiers = survey.ofDossiers(session.organisation(), scope);
        Map<DossierId, Dossier> names = households.of(
                session, dossiers.stream().map(PacedDossier::dossier).toList(), links);
        WorkerNames.Names workerNames = workers.of(session.organisation());
        Collator french = Collator.getInstance(Locale.FRENCH);
        List<DossiersPage.Row> rows = dossiers.stream()
                .filter(filter::matches)
                .flatMap(dossier -> Optional.ofNullable(names.get(dossier.dossier())).stream()
                        .map(household -> row(dossier, household, workerNames, today)))
                .filter(row -> isNamed(row, search))
                .sorted(Comparator.comparing(DossiersPage.Row::name, french::compare))
                .toList();
        return page(session, filter, search, head, referents(dossiers, filter, workerNames), rows);
    }

    /** Whether a link to a dossier would open it to these roles at all. */
    private static boolean followsDossiers(WebSession session) {
        return AccessRules.decide(session.roles(), Set.of(Link.REFERENT), Act.VIEW, Subject.dossier(), false)
                .isAllowed();
    }

    private static boolean isInScope(Set<Link> links, boolean head, boolean wide) {
        return wide
                || (head && links.contains(Link.HEAD))
                || links.contains(Link.REFERENT)
                || links.contains(Link.ADMIN_REFERENT)
                || links.contains(Link.REPLACEMENT);
    }

    private static DossiersPage.Row row(PacedDossier paced, Dossier dossier, WorkerNames.Names names, LocalDate today) {
        return new DossiersPage.Row(
                "/dossiers/" + paced.dossier(),
                dossier.household().name(),
                dossier.address().communeName(),
                paced.segment(),
                names.of(paced.referent()),
                PaceView.of(paced.pace(), today));
    }

    private DossiersPage page(
            WebSession session,
            DossierFilter filter,
            String search,
            boolean head,
            List<DossiersPage.Referent> referents,
            List<DossiersPage.Row> rows) {
        int from = Math.min((filter.page() - 1) * PAGE, rows.size());
        int to = Math.min(from + PAGE, rows.size());
        boolean pages = search.isEmpty();
        return new DossiersPage(
                shell(session),
                pages ? rows.subList(from, to) : rows.subList(0, Math.min(PAGE, rows.size())),
                filter,
                search,
                false,
                head,
                AccessRules.mayOpen(session.roles()),
                referents,
                rows.size(),
                pages && from > 0 ? filter.path(filter.page() - 1) : "",
                pages && to < rows.size() ? filter.path(filter.page() + 1) : "");
    }

    private DossiersPage administrative(WebSession session, DossierFilter filter) {
        int total = administrative.count(session.organisation());
        int from = (filter.page() - 1) * PAGE;
        WorkerNames.Names names = workers.of(session.organisation());
        List<DossiersPage.Row> rows = administrative.page(session.organisation(), from, PAGE).stream()
                .map(line -> new DossiersPage.Row(
                        "/dossiers/" + line.dossier(),
                        "Dossier " + Reference.of(line.dossier()),
                        line.commune(),
                        null,
                        line.referent() == null ? "sans référent" : names.of(line.referent()),
                        null))
                .toList();
        return new DossiersPage(
                shell(session),
                rows,
                filter,
                "",
                true,
                false,
                false,
                List.of(),
                total,
                from > 0 ? filter.path(filter.page() - 1) : "",
                from + PAGE < total ? filter.path(filter.page() + 1) : "");
    }

    private Shell shell(WebSession session) {
        return frames.of(session, "Dossiers", Section.DOSSIERS);
    }

    private static List<DossiersPage.Referent> referents(
            List<PacedDossier> dossiers, DossierFilter filter, WorkerNames.Names names) {
        List<WorkerId> ids =
                dossiers.stream().map(PacedDossier::referent).distinct().toList();
        List<DossiersPage.Referent> referents = new ArrayList<>();
        if (ids.size() > 1) {
            ids.forEach(id -> referents.add(
                    new DossiersPage.Referent(id.toString(), names.of(id), id.equals(filter.referent()))));
            referents.sort(
                    Comparator.comparing(DossiersPage.Referent::name, Collator.getInstance(Locale.FRENCH)::compare));
        }
        return referents;
    }

    private static boolean isNamed(DossiersPage.Row row, String search) {
        return search.isEmpty() || PlainText.of(row.name()).contains(PlainText.of(search));
    }
}
