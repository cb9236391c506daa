package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.access.WebSession;
import org.tournee.server.conflict.OpenConflicts;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.segment.Profiles;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** What waits for somebody: the conflicts of which they may know. Rules: R-BO, R-SHARE. */
@Singleton
class Inbox {

    /**
     * A conflict, as far as the viewer may know of it.
     *
     * @param links of the viewer to its dossier
     * @param mayView what the two sides say
     * @param maySettle as far as roles and links tell; the reconciliation decides
     */
    record Waiting(OpenConflicts.Open conflict, Set<Link> links, boolean mayView, boolean maySettle) {}

    private final OpenConflicts conflicts;
    private final LinkedDossiers linked;
    private final Profiles profiles;
    private final PaceSurvey survey;

    Inbox(OpenConflicts conflicts, LinkedDossiers linked, Profiles profiles, PaceSurvey survey) {
        this.conflicts = conflicts;
        this.linked = linked;
        this.profiles = profiles;
        this.survey = survey;
    }

    /** The oldest first. */
    List<Waiting> of(WebSession session) {
        List<OpenConflicts.Open> open = conflicts.all(session.organisation());
        if (open.isEmpty()) {
            return List.of();
        }
        OrganisationProfile profile = profiles.of(session.organisation());
        LocalDate today = survey.today(session.organisation());
        Map<DossierId, Set<Link>> links = linked.of(session.organisation(), session.worker(), today, profile);
        List<Waiting> waiting = new ArrayList<>();
        for (OpenConflicts.Open conflict : open) {
            Set<Link> theirs = links.getOrDefault(conflict.dossier(), Set.of());
            if (theirs.isEmpty() && !session.has(Role.BACK_OFFICE)) {
                continue;
            }
            Subject subject = subject(conflict);
            if (decide(session.roles(), theirs, Act.SEE_EXISTENCE, subject)) {
                waiting.add(new Waiting(
                        conflict,
                        theirs,
                        decide(session.roles(), theirs, Act.VIEW, subject),
                        decide(session.roles(), theirs, Act.SETTLE_CONFLICT, subject)));
            }
        }
        return waiting;
    }

    private static boolean decide(Set<Role> roles, Set<Link> links, Act act, Subject subject) {
        return AccessRules.decide(roles, links, act, subject, false).isAllowed();
    }

    private static Subject subject(OpenConflicts.Open conflict) {
        Audience audience = conflict.bucket().isRestricted() ? Audience.RESTRICTED : Audience.SERVICE;
        return new Subject(audience, RecordKind.ofCode(conflict.kind()).orElse(null), conflict.group());
    }
}
