package org.tournee.server.duplicate;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tournee.duplicate.DuplicateRules;
import org.tournee.duplicate.PersonSketch;
import org.tournee.organisation.OrganisationId;
import org.tournee.person.Person;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.sync.MalformedException;
import org.tournee.sync.RecordId;

/** Finds who of a whole organisation may be one person, by its index: nobody else is opened. Rule: R-DUP. */
@Singleton
public class AlikePersons {

    private final RecordTable records;
    private final PersonKeys keys;

    AlikePersons(RecordTable records, PersonKeys keys) {
        this.records = records;
        this.keys = keys;
    }

    /**
     * Those who may be the one sought, the likeliest first. Whom the index does not know yet is not among them: it follows
     * within seconds.
     *
     * @param sought their id, where they are recorded themselves; any other id where they are not
     */
    public List<DuplicateRules.Found<RecordRow>> find(
            Connection connection, OrganisationId organisation, RecordId sought, PersonSketch sketch)
            throws SQLException {
        Map<RecordRow, PersonSketch> others = new HashMap<>();
        List<RecordId> candidates = keys.candidates(connection, organisation, sought, sketch);
        for (RecordRow other : records.find(connection, organisation, candidates)) {
            sketch(other).ifPresent(found -> others.put(other, found));
        }
        return DuplicateRules.find(sketch, others);
    }

    /** Empty for who is gone, and for a record of a newer version than ours. */
    static Optional<PersonSketch> sketch(RecordRow person) {
        if (person.deleted()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PersonSketch.of(person.groups().as(Person.class)));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
