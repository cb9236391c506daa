package org.tournee.workflow;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Link;
import org.tournee.dossier.Entry;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;

/** A dossier to which commands are done, one after another, by people of one team. */
final class PlayedDossier {

    static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();

    /** People of the team, and what they may be. */
    enum Someone {
        INTAKE,
        REFERENT,
        COLLEAGUE,
        ASSISTANT,
        HEAD,
        /** A head who accompanies households too. */
        WORKING_HEAD,
        STRANGER;

        Set<Role> roles() {
            return switch (this) {
                case INTAKE -> Set.of(Role.INTAKE_WORKER);
                case REFERENT, COLLEAGUE, STRANGER -> Set.of(Role.SOCIAL_WORKER);
                case ASSISTANT -> Set.of(Role.ADMIN_ASSISTANT);
                case HEAD -> Set.of(Role.TEAM_HEAD);
                case WORKING_HEAD -> Set.of(Role.TEAM_HEAD, Role.SOCIAL_WORKER, Role.INTAKE_WORKER);
            };
        }

        WorkerId id() {
            return new WorkerId(UUID.nameUUIDFromBytes(name().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private final Map<RecordId, Stay> stays = new LinkedHashMap<>();
    private final Map<RecordId, SegmentChange> changes = new LinkedHashMap<>();
    private @Nullable RecordId running;
    private @Nullable RecordId open;
    private WorkerId referent = Someone.REFERENT.id();
    private LocalDate today = LocalDate.of(2026, 1, 5);
    private long made;

    static PlayedDossier in(@Nullable Segment segment) {
        PlayedDossier dossier = new PlayedDossier();
        if (segment != null) {
            dossier.enter(new Stay(new Stay.Span(segment, dossier.today, null)));
        }
        return dossier;
    }

    PlayedDossier months(int later) {
        today = today.plusMonths(later);
        return this;
    }

    LocalDate today() {
        return today;
    }

    WorkerId referent() {
        return referent;
    }

    @Nullable
    Segment segment() {
        return course().segment();
    }

    Stay stay() {
        return stays.get(running);
    }

    List<SegmentChange> changes() {
        return List.copyOf(changes.values());
    }

    List<Stay> stays() {
        return List.copyOf(stays.values());
    }

    DossierCourse course() {
        boolean first = stays.values().stream()
                        .filter(stay -> stay.span().segment().isAdvice())
                        .count()
                <= 1;
        Stay now = stays.get(running);
        boolean awaits = first && now != null && now.span().segment().isAdvice() && now.allocation() == null;
        return new DossierCourse(entry(running, stays), awaits, entry(open, changes));
    }

    Carried sign(Someone who, SegmentCommand command) {
        return sign(who, command, course().asSeen());
    }

    Carried sign(Someone who, SegmentCommand command, Expectation seen) {
        Carried carried = SegmentWorkflow.carry(command, seen, course(), signer(who), PROFILE);
        if (carried instanceof Carried.Done done) {
            apply(done);
        }
        return carried;
    }

    Signer signer(Someone who) {
        Set<Link> links = EnumSet.noneOf(Link.class);
        if (who != Someone.STRANGER) {
            links.add(Link.TEAM);
        }
        if (who.id().equals(referent)) {
            links.add(Link.REFERENT);
        }
        if (who.roles().contains(Role.TEAM_HEAD)) {
            links.add(Link.HEAD);
        }
        return new Signer(who.id(), who.roles(), links, today);
    }

    private void apply(Carried.Done done) {
        RecordId waiting = open;
        if (done.answered() != null) {
            changes.put(waiting, done.answered());
            waiting = null;
        }
        RecordId id = waiting == null ? next() : waiting;
        changes.put(id, done.change());
        open = done.change().course().state().isOpen() ? id : null;
        for (Carried.Effect effect : done.effects()) {
            if (effect instanceof Carried.Effect.NewStay begun) {
                enter(begun.stay());
            } else if (effect instanceof Carried.Effect.Allocated allocated) {
                stays.put(running, new Stay(stay().span(), allocated.allocation()));
            } else if (effect instanceof Carried.Effect.NewReferent answers) {
                referent = answers.worker();
            }
        }
    }

    private void enter(Stay stay) {
        if (running != null) {
            Stay.Span left = stay().span();
            stays.put(running, new Stay(new Stay.Span(left.segment(), left.enteredOn(), today), stay().allocation()));
        }
        running = next();
        stays.put(running, stay);
    }

    private RecordId next() {
        return new RecordId(new UUID(8, ++made));
    }

    private static <T> @Nullable Entry<T> entry(@Nullable RecordId id, Map<RecordId, T> of) {
        return id == null ? null : new Entry<>(id, of.get(id), Audience.SERVICE, 1, null, null, null, null, false);
    }
}
