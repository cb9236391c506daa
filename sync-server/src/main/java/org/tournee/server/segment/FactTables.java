package org.tournee.server.segment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.mandate.Mandate;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.person.PersonId;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.server.database.Sql;
import org.tournee.server.store.ContactMoved;

/** Reads the facts of many dossiers in one pass a table. */
final class FactTables {

    /** The longest period of a norm is a year; a day more each side for zones. */
    private static final int MONTHS = 13;

    private static final String CONTACTS = """
            select dossier_id, record_id, started_at, channel, happening, social_work, complete, persons, author_id,
                   corrects
            from contact_fact
            """;

    private final Connection connection;
    private final OrganisationId organisation;
    private final Map<UUID, DossierFacts> dossiers = new LinkedHashMap<>();

    FactTables(Connection connection, OrganisationId organisation) {
        this.connection = connection;
        this.organisation = organisation;
    }

    /**
     * The open dossiers for which one of these workers answers today.
     *
     * @param today contacts of the year before it are read, and whatever corrects or was corrected
     */
    Collection<DossierFacts> ofReferents(Collection<WorkerId> referents, LocalDate today) throws SQLException {
        answeredBy(referents, today);
        return fill(today);
    }

    /** The same, with what weighs and without the journal. Rule: R-ORG. */
    Collection<DossierFacts> weighed(Collection<WorkerId> referents, LocalDate today) throws SQLException {
        answeredBy(referents, today);
        UUID[] ids = dossiers.keySet().toArray(UUID[]::new);
        terms(ids);
        stays(ids);
        mandates(ids);
        requests(ids);
        return dossiers.values();
    }

    private void answeredBy(Collection<WorkerId> referents, LocalDate today) throws SQLException {
        Sql.all(
                connection,
                """
                select d.dossier_id, d.opened_on from dossier_fact d
                where d.org_id = ? and d.status = 'OPEN' and d.dossier_id in (
                    select r.dossier_id from referent_fact r
                    where r.org_id = ? and r.role = 'REFERENT' and r.worker_id = any(?)
                      and r.from_day <= ? and (r.until_day is null or r.until_day > ?))
                order by d.dossier_id
                """,
                this::dossier,
                organisation,
                organisation,
                referents.stream().map(WorkerId::value).toArray(UUID[]::new),
                today,
                today);
    }

    @FunctionalInterface
    private interface Reader {
        void read(UUID record, DossierFacts facts, ResultSet row) throws SQLException;
    }

    /** Every row of those dossiers in a table, with the facts of its dossier. */
    private void each(String table, UUID[] ids, Reader reader) throws SQLException {
        select("select * from " + table + " where org_id = ? and dossier_id = any(?)", ids, reader);
    }

    private void select(String sql, UUID[] ids, Reader reader) throws SQLException {
        Sql.all(
                connection,
                sql,
                row -> {
                    UUID record = Sql.uuid(row, "record_id");
                    reader.read(record, facts(row), row);
                    return record;
                },
                organisation,
                ids);
    }

    private void mandates(UUID[] ids) throws SQLException {
        each("mandate_fact", ids, FactTables::mandate);
    }

    /** Those that everybody who works on the dossier sees: a restricted one colours no line that others read. */
    private void sharedMandates(UUID[] ids) throws SQLException {
        select("""
                select m.* from mandate_fact m join record r on r.org_id = m.org_id and r.record_id = m.record_id
                where m.org_id = ? and m.dossier_id = any(?) and r.bucket_id = 'd/' || m.dossier_id || '/s'
                """, ids, FactTables::mandate);
    }

    private static void mandate(UUID record, DossierFacts facts, ResultSet row) throws SQLException {
        facts.mandate(
                record,
                Mandate.Kind.valueOf(row.getString("kind")),
                new Mandate.Term(
                        row.getObject("start_day", LocalDate.class), row.getObject("end_day", LocalDate.class)));
    }

    private void requests(UUID[] ids) throws SQLException {
        each(
                "request_fact",
                ids,
                (record, facts, row) -> facts.request(
                        record,
                        row.getObject("received_on", LocalDate.class),
                        row.getObject("decided_on", LocalDate.class)));
    }

    /** Those of the dossiers that are open. */
    Collection<DossierFacts> ofDossiers(Collection<DossierId> wanted, LocalDate today) throws SQLException {
        Sql.all(
                connection,
                """
                select d.dossier_id, d.opened_on from dossier_fact d
                where d.org_id = ? and d.status = 'OPEN' and d.dossier_id = any(?) order by d.dossier_id
                """,
                this::dossier,
                organisation,
                wanted.stream().map(DossierId::value).toArray(UUID[]::new));
        return fill(today);
    }

    private Collection<DossierFacts> fill(LocalDate today) throws SQLException {
        UUID[] ids = dossiers.keySet().toArray(UUID[]::new);
        persons(ids);
        terms(ids);
        stays(ids);
        exemptions(ids);
        sharedMandates(ids);
        contacts(ids, today);
        return dossiers.values();
    }

    private DossierFacts dossier(ResultSet row) throws SQLException {
        DossierFacts facts = new DossierFacts(new DossierId(Sql.uuid(row, "dossier_id")));
        facts.openedOn(row.getObject("opened_on", LocalDate.class));
        dossiers.put(facts.id().value(), facts);
        return facts;
    }

    private void persons(UUID[] ids) throws SQLException {
        each("person_fact", ids, (record, facts, row) -> facts.person(record, row.getBoolean("adult")));
    }

    private void terms(UUID[] ids) throws SQLException {
        each(
                "referent_fact",
                ids,
                (record, facts, row) -> facts.term(
                        record,
                        new ReferentTerm.Term(
                                new WorkerId(Sql.uuid(row, "worker_id")),
                                ReferentRole.valueOf(row.getString("role")),
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("until_day", LocalDate.class))));
    }

    private void stays(UUID[] ids) throws SQLException {
        each(
                "stay_fact",
                ids,
                (record, facts, row) -> facts.stay(
                        record,
                        new Stay.Span(
                                Segment.valueOf(row.getString("segment")),
                                row.getObject("entered_on", LocalDate.class),
                                row.getObject("left_on", LocalDate.class))));
    }

    private void exemptions(UUID[] ids) throws SQLException {
        each(
                "exemption_fact",
                ids,
                (record, facts, row) -> facts.exemption(
                        record,
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)));
    }

    /** The whole journal of one dossier, whether it is open or not. */
    List<Entry<Contact>> journal(DossierId dossier) throws SQLException {
        return Sql.all(
                connection,
                CONTACTS + "where org_id = ? and dossier_id = ?",
                row -> DossierFacts.journalEntry(Sql.uuid(row, "record_id"), contact(row)),
                organisation,
                dossier);
    }

    private void contacts(UUID[] ids, LocalDate today) throws SQLException {
        Sql.all(
                connection,
                CONTACTS + """
                where org_id = ? and dossier_id = any(?) and (started_at >= ?::date or corrects is not null
                   or record_id in (select corrects from contact_fact where org_id = ? and corrects is not null))
                """,
                row -> {
                    UUID record = Sql.uuid(row, "record_id");
                    facts(row).contact(record, contact(row));
                    return record;
                },
                organisation,
                ids,
                today.minusMonths(MONTHS),
                organisation);
    }

    private static DossierFacts.ContactRow contact(ResultSet row) throws SQLException {
        @Nullable UUID author = Sql.uuidOrNull(row, "author_id");
        String happening = row.getString("happening");
        boolean moved = happening.equals(ContactMoved.CODE);
        return new DossierFacts.ContactRow(
                Sql.instant(row, "started_at"),
                Channel.valueOf(row.getString("channel")),
                moved ? Happening.NO_SHOW : Happening.valueOf(happening),
                moved,
                row.getBoolean("social_work"),
                row.getBoolean("complete"),
                persons(row),
                author == null ? null : new WorkerId(author),
                Sql.uuidOrNull(row, "corrects"));
    }

    private static List<PersonId> persons(ResultSet row) throws SQLException {
        UUID[] ids = (UUID[]) row.getArray("persons").getArray();
        List<PersonId> persons = new ArrayList<>(ids.length);
        for (UUID id : ids) {
            persons.add(new PersonId(id));
        }
        return persons;
    }

    private DossierFacts facts(ResultSet row) throws SQLException {
        UUID id = Sql.uuid(row, "dossier_id");
        return dossiers.computeIfAbsent(id, unknown -> new DossierFacts(new DossierId(unknown)));
    }
}
