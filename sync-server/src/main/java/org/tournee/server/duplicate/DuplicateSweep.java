package org.tournee.server.duplicate;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.duplicate.DuplicateRules;
import org.tournee.duplicate.Likeness;
import org.tournee.duplicate.PersonSketch;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.problem.Traces;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.sync.RecordId;

/**
 * Compares persons with others after they were written, a few at a time and away from the push that wrote them. Several
 * instances share the work. Rule: R-DUP.
 */
@Singleton
@Requires(property = "tournee.duplicates.enabled", notEquals = "false")
public class DuplicateSweep {

    private static final Logger LOG = LoggerFactory.getLogger(DuplicateSweep.class);

    private final Database database;
    private final RecordTable records;
    private final PersonKeys keys;
    private final AlikePersons persons;
    private final Duplicates duplicates;
    private final Clock clock;
    private final int batch;

    DuplicateSweep(
            Database database,
            RecordTable records,
            PersonKeys keys,
            AlikePersons persons,
            Duplicates duplicates,
            Clock clock,
            @Property(name = "tournee.duplicates.batch", defaultValue = "50") int batch) {
        this.database = database;
        this.records = records;
        this.keys = keys;
        this.persons = persons;
        this.duplicates = duplicates;
        this.clock = clock;
        this.batch = batch;
    }

    /** The next few persons of every organisation; what fails is looked at again the next time. */
    @Scheduled(initialDelay = "${tournee.duplicates.delay:30s}", fixedDelay = "${tournee.duplicates.interval:5s}")
    void tick() {
        for (OrganisationId organisation : waiting()) {
            try {
                sweep(organisation, batch);
            } catch (RuntimeException e) {
                LOG.error("Comparing persons failed: {}", Traces.withoutMessages(e));
            }
        }
    }

    /**
     * Compares persons that were written since they were last compared.
     *
     * @param most how many at most
     * @return how many it compared: fewer than {@code most} when nothing waits any more
     */
    public int sweep(OrganisationId organisation, int most) {
        return database.write(connection -> {
            List<RecordId> taken = take(connection, organisation, most);
            for (RecordRow person : records.find(connection, organisation, taken)) {
                compare(connection, organisation, person);
            }
            return taken.size();
        });
    }

    private static List<RecordId> take(Connection connection, OrganisationId organisation, int most)
            throws SQLException {
        return Sql.all(
                connection, """
                delete from person_to_match where org_id = ? and record_id in (
                    select record_id from person_to_match where org_id = ?
                    order by record_id limit ? for update skip locked)
                returning record_id
                """, row -> new RecordId(Sql.uuid(row, "record_id")), organisation, organisation, most);
    }

    private void compare(Connection connection, OrganisationId organisation, RecordRow person) throws SQLException {
        Optional<PersonSketch> sketch = AlikePersons.sketch(person);
        if (sketch.isEmpty()) {
            keys.forget(connection, organisation, person.id());
            duplicates.withdraw(connection, organisation, person.id(), List.of());
            return;
        }
        keys.keep(connection, organisation, person, sketch.get());
        List<RecordId> alike = new ArrayList<>();
        for (DuplicateRules.Found<RecordRow> found :
                persons.find(connection, organisation, person.id(), sketch.get())) {
            if (found.likeness().grade() == Likeness.Grade.PROBABLE) {
                alike.add(found.id().id());
                duplicates.propose(
                        connection,
                        organisation,
                        person,
                        found.id(),
                        found.likeness().evidence(),
                        clock.instant());
            }
        }
        duplicates.withdraw(connection, organisation, person.id(), alike);
    }

    private List<OrganisationId> waiting() {
        return database.read(connection -> Sql.all(
                connection,
                "select distinct org_id from person_to_match",
                row -> new OrganisationId(Sql.uuid(row, "org_id"))));
    }
}
