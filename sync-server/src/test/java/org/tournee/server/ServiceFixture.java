package org.tournee.server;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.context.ApplicationContext;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.DossierStatus;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.server.access.AccessTokens;
import org.tournee.server.access.Caller;
import org.tournee.server.database.Database;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Assignments;
import org.tournee.server.store.Epochs;
import org.tournee.server.store.OpenDossier;
import org.tournee.server.store.Opening;
import org.tournee.server.store.Streams;
import org.tournee.server.store.Workers;
import org.tournee.sync.StreamId;

/** An invented service: an organisation with one team, made through the server's own doors. */
public final class ServiceFixture {

    public static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private ApplicationContext beans;
    private String address;
    private final OrganisationId organisation = new OrganisationId(UUID.randomUUID());
    private final TeamId team = new TeamId(UUID.randomUUID());

    public ServiceFixture(ApplicationContext beans, String address) {
        this.beans = beans;
        this.address = address;
        beans.getBean(Workers.class).createOrganisation(organisation, "Département de la Vienne", "Europe/Paris", NOON);
    }

    /** The same service, once the server was started again. */
    public void movedTo(ApplicationContext otherBeans, String otherAddress) {
        beans = otherBeans;
        address = otherAddress;
    }

    String address() {
        return address;
    }

    /** The organisation's epoch, as the database has it. */
    public String epoch() {
        return bean(Database.class).read(connection -> bean(Epochs.class).current(connection, organisation));
    }

    public OrganisationId organisation() {
        return organisation;
    }

    public Actor service() {
        return Actor.service(organisation);
    }

    public <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    public WorkerId worker(Role... roles) {
        WorkerId worker = new WorkerId(UUID.randomUUID());
        Worker.Profile profile = new Worker.Profile("Camille Moreau", List.of(roles), 100, team, "Poitiers");
        bean(Workers.class)
                .admit(service(), List.of(new Workers.Admission(worker, "login-" + worker, "x", profile)), NOON);
        return worker;
    }

    /** Makes the worker head of the fixture's team. */
    public void head(WorkerId worker) {
        bean(Database.class).write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into team (org_id, team_id, site_id, name, head_id) values (?, ?, ?, 'Nord', ?)")) {
                insert.setObject(1, organisation.value());
                insert.setObject(2, team.value());
                insert.setObject(3, UUID.randomUUID());
                insert.setObject(4, worker.value());
                return insert.executeUpdate();
            }
        });
    }

    /** Lets the worker answer for the dossier from the beginning of 2026. */
    public void assign(DossierId dossier, WorkerId worker, ReferentRole role) {
        bean(Assignments.class)
                .assign(service(), dossier, new ReferentTerm.Term(worker, role, LocalDate.of(2026, 1, 1), null), NOON);
    }

    /** Takes the worker out of the fixture's team. */
    public void leaveTeam(WorkerId worker) {
        bean(Database.class).write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update worker set team_id = null where org_id = ? and worker_id = ?")) {
                update.setObject(1, organisation.value());
                update.setObject(2, worker.value());
                return update.executeUpdate();
            }
        });
    }

    /** A dossier in segment A with one adult, whose id is the dossier's with its last bit turned. */
    public DossierId dossier(WorkerId... referents) {
        DossierId id = new DossierId(UuidCreator.getTimeOrderedEpoch());
        Map<PersonId, Person> persons = new LinkedHashMap<>();
        persons.put(
                adultOf(id),
                new Person(
                        new Person.Identity("Lefèvre", "Annie", LocalDate.of(1971, 4, 2)),
                        new Person.Membership(HouseholdRole.ADULT),
                        null));
        bean(OpenDossier.class)
                .open(
                        service(),
                        new Opening(
                                id,
                                household("Lefèvre", "3 rue des Écoles"),
                                persons,
                                List.of(stay()),
                                java.util.Arrays.stream(referents)
                                        .map(ServiceFixture::term)
                                        .toList(),
                                List.of(),
                                NOON));
        return id;
    }

    public static PersonId adultOf(DossierId dossier) {
        UUID id = dossier.value();
        return new PersonId(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1));
    }

    public static Dossier household(String name, String street) {
        return new Dossier(
                new Dossier.Household(name),
                new Dossier.Address(street, "86400", "86078", "Civray"),
                null,
                null,
                new Dossier.Status(DossierStatus.OPEN, LocalDate.of(2025, 9, 1), null));
    }

    public static ReferentTerm.Term term(WorkerId worker) {
        return new ReferentTerm.Term(worker, ReferentRole.REFERENT, LocalDate.of(2025, 9, 1), null);
    }

    /** A phone of the worker's, enrolled. */
    public TestPhone phone(WorkerId worker) {
        return phone(worker, new byte[] {1});
    }

    /** A phone of the worker's, enrolled with that signing key. */
    public TestPhone phone(WorkerId worker, byte[] publicKey) {
        return phone(worker, bean(Streams.class).enrol(organisation, worker, "téléphone", publicKey, NOON));
    }

    /** A phone of the worker's that speaks for a stream which there is already. */
    public TestPhone phone(WorkerId worker, StreamId stream) {
        return new TestPhone(this, worker, stream, token(worker, stream));
    }

    String token(WorkerId worker, StreamId stream) {
        return bean(AccessTokens.class)
                .issue(new Caller(organisation, worker, stream, java.util.Set.of(Role.SOCIAL_WORKER)));
    }

    private static Stay stay() {
        return StayFixture.inSegment(Segment.A, LocalDate.of(2025, 9, 1));
    }
}
