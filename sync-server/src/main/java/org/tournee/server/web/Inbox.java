package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Act;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.server.access.WebSession;
import org.tournee.server.conflict.OpenConflicts;
import org.tournee.server.database.Database;
import org.tournee.server.device.Device;
import org.tournee.server.device.DeviceTable;
import org.tournee.server.duplicate.Duplicates;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.DossierStandings.DossierStanding;
import org.tournee.server.store.OpenReturns;
import org.tournee.server.store.StatedReasons;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** What waits for somebody, as far as they may know of it: that it exists, never what it says. Rules: R-BO, R-SHARE. */
@Singleton
class Inbox {

    private static final Set<Role> OF_DOSSIERS =
            Set.of(Role.TEAM_HEAD, Role.SOCIAL_WORKER, Role.ADMIN_ASSISTANT, Role.INTAKE_WORKER, Role.BACK_OFFICE);

    /** The oldest come first; the others follow when these are decided. */
    private static final int MOST_DUPLICATES = 200;

    private final Database database;
    private final OpenConflicts conflicts;
    private final OpenReturns returns;
    private final StatedReasons reasons;
    private final DeviceTable devices;
    private final Duplicates duplicates;
    private final LinkedDossiers linked;
    private final Profiles profiles;
    private final PaceSurvey survey;
    private final Clock clock;

    Inbox(
            Database database,
            OpenConflicts conflicts,
            OpenReturns returns,
            StatedReasons reasons,
            DeviceTable devices,
            Duplicates duplicates,
            LinkedDossiers linked,
            Profiles profiles,
            PaceSurvey survey,
            Clock clock) {
        this.database = database;
        this.conflicts = conflicts;
        this.returns = returns;
        this.reasons = reasons;
        this.devices = devices;
        this.duplicates = duplicates;
        this.linked = linked;
        this.profiles = profiles;
        this.survey = survey;
        this.clock = clock;
    }

    /** The oldest first. */
    List<InboxItem> of(WebSession session) {
        List<InboxItem> items = new ArrayList<>();
        if (session.roles().stream().anyMatch(OF_DOSSIERS::contains)) {
            items.addAll(database.read(connection -> ofDossiers(connection, session)));
        }
        for (Device device : devices.seenBy(session.organisation(), session.worker(), session.roles())) {
            Set<Device.Trouble> troubles = device.troubles(clock.instant());
            if (!troubles.isEmpty()) {
                items.add(new InboxItem.OfDevice(device, troubles));
            }
        }
        items.sort(Comparator.comparing(InboxItem::since));
        return items;
    }

    private List<InboxItem> ofDossiers(Connection connection, WebSession session) throws SQLException {
        List<OpenConflicts.Open> clashing = conflicts.all(session.organisation());
        List<OpenReturns.Open> back = returns.all(connection, session.organisation());
        List<StatedReasons.Opened> opened = reasons.untold(connection, session.organisation());
        List<Duplicates.Proposal> alike = duplicates.open(session.organisation(), MOST_DUPLICATES);
        List<InboxItem> items = new ArrayList<>();
        if (clashing.isEmpty() && back.isEmpty() && opened.isEmpty() && alike.isEmpty()) {
            return items;
        }
        Map<DossierId, Set<Link>> links = linked.of(
                session.organisation(),
                session.worker(),
                survey.today(session.organisation()),
                profiles.of(session.organisation()));
        clashing.forEach(conflict -> add(items, conflict, standing(session, links, conflict.dossier())));
        back.forEach(returned -> add(items, returned, standing(session, links, returned.dossier())));
        opened.forEach(opening -> add(items, opening, standing(session, links, opening.dossier())));
        alike.forEach(proposal -> {
            DossierStanding one = standing(session, links, proposal.oneDossier());
            if (DuplicateReader.mayReview(one, standing(session, links, proposal.otherDossier()))) {
                items.add(new InboxItem.OfDuplicate(proposal, one.links()));
            }
        });
        return items;
    }

    private static DossierStanding standing(
            WebSession session, Map<DossierId, Set<Link>> links, @Nullable DossierId dossier) {
        Set<Link> theirs = dossier == null ? Set.of() : links.getOrDefault(dossier, Set.of());
        return new DossierStanding(session.worker(), session.roles(), theirs, false);
    }

    private static void add(List<InboxItem> items, OpenConflicts.Open conflict, DossierStanding standing) {
        Subject subject = subject(conflict);
        if (standing.may(Act.SEE_EXISTENCE, subject, null)) {
            items.add(new InboxItem.OfConflict(
                    conflict,
                    standing.links(),
                    standing.may(Act.VIEW, subject, null),
                    standing.may(Act.SETTLE_CONFLICT, subject, null)));
        }
    }

    private static void add(List<InboxItem> items, OpenReturns.Open returned, DossierStanding standing) {
        if (returned.allows(standing, Act.SEE_EXISTENCE)) {
            items.add(new InboxItem.OfReturn(
                    returned,
                    standing.links(),
                    returned.allows(standing, Act.VIEW),
                    returned.allows(standing, Act.SETTLE_CONFLICT)));
        }
    }

    private static void add(List<InboxItem> items, StatedReasons.Opened opened, DossierStanding standing) {
        if (standing.may(Act.DECIDE, Subject.dossier(), null)) {
            items.add(new InboxItem.OfOpening(opened, standing.links()));
        }
    }

    private static Subject subject(OpenConflicts.Open conflict) {
        Audience audience = conflict.bucket().isRestricted() ? Audience.RESTRICTED : Audience.SERVICE;
        return new Subject(audience, RecordKind.ofCode(conflict.kind()).orElse(null), conflict.group());
    }
}
