package org.tournee.server.dossier;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tournee.access.AccessRules;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.server.access.WebSession;
import org.tournee.server.database.Database;
import org.tournee.server.segment.Loads;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Assignments;
import org.tournee.server.store.Grants;
import org.tournee.server.store.OpenDossier;
import org.tournee.server.store.Opening;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.RecordWriter;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;

/**
 * Opens a dossier for a household: searched before created, in the first part of intake where there are segments, answered
 * for by somebody of the opener's team, or of those that serve the commune. One transaction with its audit; phones get it by
 * their feed. Rules: R-REQ, R-DUP, R-ORG, R-SEG-5.
 */
@Singleton
class OpenHousehold {

    /** What became of it. */
    sealed interface Result {}

    /**
     * It is open, now or since the same form came before.
     *
     * @param seenByOpener whether somebody of the opener's own team answers for it
     */
    record Opened(boolean seenByOpener) implements Result {}

    /** Somebody who looks alike is known, and nobody said that it is not them: all who look alike. */
    record LooksKnown(List<KnownHouseholds.Known> known) implements Result {

        LooksKnown {
            known = List.copyOf(known);
        }
    }

    /** Why not. The texts are those of the page. */
    enum Refusal {
        NOT_FOR_ROLE,
        /** Whoever is to answer is not of the opener's team, nor of one that serves the commune for an opener of none. */
        NOT_OF_THE_TEAM,
        /** Whoever is to answer has as many dossiers as a phone holds. */
        CASELOAD_FULL,
        /** A value breaks a rule of its record. */
        INVALID
    }

    /** A rule says no: nothing was written. */
    record Refused(Refusal reason) implements Result {}

    private final Database database;
    private final KnownHouseholds known;
    private final Loads loads;
    private final Profiles profiles;
    private final RecordTable records;
    private final RecordWriter writer;
    private final OpenDossier openDossier;
    private final Organisations organisations;

    OpenHousehold(
            Database database,
            KnownHouseholds known,
            Loads loads,
            Profiles profiles,
            RecordTable records,
            RecordWriter writer,
            OpenDossier openDossier,
            Organisations organisations) {
        this.database = database;
        this.known = known;
        this.loads = loads;
        this.profiles = profiles;
        this.records = records;
        this.writer = writer;
        this.openDossier = openDossier;
        this.organisations = organisations;
    }

    /** Opens it, or says why not. */
    Result open(WebSession session, Actor actor, NewDossier wanted, Instant at) {
        return database.write(connection -> {
            if (isThere(connection, actor, wanted)) {
                return opened(session, wanted);
            }
            Optional<Result> refusal = refusal(connection, session, actor, wanted, at);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            writer.lock(connection, actor, List.of(BucketId.service(wanted.id()))); // the same form may be on its way
            if (!isThere(connection, actor, wanted)) {
                openDossier.open(actor, opening(actor, wanted, at));
            }
            return opened(session, wanted);
        });
    }

    /** Empty where nothing speaks against it. */
    private Optional<Result> refusal(
            Connection connection, WebSession session, Actor actor, NewDossier wanted, Instant at) throws SQLException {
        if (!AccessRules.mayOpen(session.roles())) {
            return Optional.of(new Refused(Refusal.NOT_FOR_ROLE));
        }
        if (!wanted.violations().isEmpty()) {
            return Optional.of(new Refused(Refusal.INVALID));
        }
        String commune = wanted.dossier().address().communeCode();
        boolean isOffered = loads.forOpening(session.organisation(), session.worker(), commune).stream()
                .anyMatch(load -> load.weighed().worker().equals(wanted.referent()));
        if (!isOffered) {
            return Optional.of(new Refused(Refusal.NOT_OF_THE_TEAM));
        }
        if (!Assignments.hasRoom(new Grants(connection, actor.organisation()), wanted.id(), wanted.referent())) {
            return Optional.of(new Refused(Refusal.CASELOAD_FULL));
        }
        List<KnownHouseholds.Known> alike = known.like(actor, session.worker(), wanted.sketches(), at);
        boolean allToldApart = alike.stream().allMatch(one -> wanted.toldApart().contains(one.token(wanted.id())));
        return allToldApart ? Optional.empty() : Optional.of(new LooksKnown(alike));
    }

    private Opened opened(WebSession session, NewDossier wanted) {
        return new Opened(loads.isAround(session.organisation(), session.worker(), wanted.referent()));
    }

    private boolean isThere(Connection connection, Actor actor, NewDossier wanted) throws SQLException {
        RecordId own = new RecordId(wanted.id().value());
        return !records.find(connection, actor.organisation(), List.of(own)).isEmpty();
    }

    private Opening opening(Actor actor, NewDossier wanted, Instant at) {
        LocalDate today = organisations.today(actor.organisation(), at);
        OrganisationProfile profile = profiles.of(actor.organisation());
        Map<PersonId, Person> persons = new LinkedHashMap<>();
        wanted.persons()
                .forEach(person -> persons.put(new PersonId(writer.newId().value()), person));
        return new Opening(
                wanted.id(),
                wanted.dossier(),
                persons,
                profile.segmentation() == null
                        ? List.of()
                        : List.of(new Stay(new Stay.Span(Segment.INTAKE_1, today, null))),
                List.of(new ReferentTerm.Term(wanted.referent(), ReferentRole.REFERENT, today, null)),
                List.of(),
                wanted.request() == null ? List.of() : List.of(wanted.request()),
                at);
    }
}
