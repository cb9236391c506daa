package org.tournee.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ActionItem;
import org.tournee.contact.Contact;
import org.tournee.directory.DirectoryNote;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.ReferentTerm;
import org.tournee.mandate.Mandate;
import org.tournee.organisation.OrganisationId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.request.Request;
import org.tournee.segment.Exemption;
import org.tournee.segment.Stay;
import org.tournee.sync.MalformedException;
import org.tournee.sync.RecordKind;
import org.tournee.workflow.SegmentChange;

/**
 * Keeps beside the sealed records what rules look at: dates, codes and ids. In the transaction of the record, so that a
 * fact is never older than what it comes from.
 */
final class Facts {

    private static final FactTable<Contact> CONTACTS = new FactTable<>(
            "contact_fact",
            List.of(
                    new FactTable.Column<>(
                            "bucket_id", "text", fact -> fact.row().bucket()),
                    new FactTable.Column<>(
                            "started_at",
                            "timestamptz",
                            fact -> fact.value().meeting().startedAt()),
                    new FactTable.Column<>(
                            "channel", "text", fact -> fact.value().meeting().channel()),
                    new FactTable.Column<>("happening", "text", fact -> happening(fact.value())),
                    new FactTable.Column<>(
                            "place", "text", fact -> fact.value().meeting().place()),
                    new FactTable.Column<>(
                            "social_work",
                            "boolean",
                            fact -> fact.value().content().socialWorkTopic()),
                    new FactTable.Column<>(
                            "complete", "boolean", fact -> !fact.value().isIncomplete()),
                    new FactTable.Column<>("persons", "uuid[]", fact -> persons(fact.value())),
                    new FactTable.Column<>(
                            "author_id", "uuid", fact -> fact.row().author()),
                    new FactTable.Column<>("corrects", "uuid", fact -> corrects(fact.value()))));

    private static final FactTable<Person> PERSONS = new FactTable<>(
            "person_fact",
            List.of(new FactTable.Column<>(
                    "adult", "boolean", fact -> fact.value().membership().role() == HouseholdRole.ADULT)));

    private static final FactTable<ReferentTerm> TERMS = new FactTable<>(
            "referent_fact",
            List.of(
                    new FactTable.Column<>(
                            "worker_id", "uuid", fact -> fact.value().term().worker()),
                    new FactTable.Column<>(
                            "role", "text", fact -> fact.value().term().role()),
                    new FactTable.Column<>(
                            "from_day", "date", fact -> fact.value().term().from()),
                    new FactTable.Column<>(
                            "until_day", "date", fact -> fact.value().term().until())));

    private static final FactTable<Stay> STAYS = new FactTable<>(
            "stay_fact",
            List.of(
                    new FactTable.Column<>(
                            "segment", "text", fact -> fact.value().span().segment()),
                    new FactTable.Column<>(
                            "entered_on", "date", fact -> fact.value().span().enteredOn()),
                    new FactTable.Column<>(
                            "left_on", "date", fact -> fact.value().span().leftOn())));

    private static final FactTable<Exemption.Grant> EXEMPTIONS = new FactTable<>(
            "exemption_fact",
            List.of(
                    new FactTable.Column<>(
                            "from_day", "date", fact -> fact.value().from()),
                    new FactTable.Column<>(
                            "until_day", "date", fact -> fact.value().until())));

    private static final FactTable<SegmentChange> CHANGES = new FactTable<>(
            "segment_change_fact",
            List.of(
                    new FactTable.Column<>(
                            "origin", "text", fact -> fact.value().subject().origin()),
                    new FactTable.Column<>(
                            "state", "text", fact -> fact.value().course().state()),
                    new FactTable.Column<>(
                            "to_segment", "text", fact -> fact.value().subject().to()),
                    new FactTable.Column<>(
                            "author_id", "uuid", fact -> fact.value().author()),
                    new FactTable.Column<>(
                            "signed_on", "date", fact -> fact.value().last().on())));

    private static final FactTable<Mandate> MANDATES = new FactTable<>(
            "mandate_fact",
            List.of(
                    new FactTable.Column<>(
                            "kind", "text", fact -> fact.value().mission().kind()),
                    new FactTable.Column<>(
                            "start_day", "date", fact -> fact.value().term().start()),
                    new FactTable.Column<>(
                            "end_day", "date", fact -> fact.value().term().end())));

    private static final FactTable<Request> REQUESTS = new FactTable<>(
            "request_fact",
            List.of(
                    new FactTable.Column<>(
                            "received_on", "date", fact -> fact.value().demand().receivedOn()),
                    new FactTable.Column<>(
                            "decided_on",
                            "date",
                            fact -> fact.value().handling().decidedOn())));

    private static final FactTable<DirectoryNote> DIRECTORY = new FactTable<>(
            "directory_fact",
            List.of(
                    new FactTable.Column<>(
                            "purpose", "text", fact -> fact.value().note().purpose()),
                    new FactTable.Column<>(
                            "partner_id", "uuid", fact -> fact.value().note().partner()),
                    new FactTable.Column<>(
                            "topic", "text", fact -> fact.value().note().topic()),
                    new FactTable.Column<>(
                            "noted_on", "date", fact -> fact.value().note().notedOn()),
                    new FactTable.Column<>("handled_on", "date", fact -> handledOn(fact.value()))));

    private static final FactTable<LocalDate> DUE =
            new FactTable<>("due_fact", List.of(new FactTable.Column<>("due_on", "date", FactTable.Fact::value)));

    private final Connection connection;
    private final OrganisationId organisation;

    Facts(Connection connection, OrganisationId organisation) {
        this.connection = connection;
        this.organisation = organisation;
    }

    /** Brings the facts of those records up to date. */
    void write(Collection<RecordRow> rows) throws SQLException {
        CONTACTS.write(connection, organisation, read(rows, RecordKind.CONTACT, Contact.class));
        PERSONS.write(connection, organisation, read(rows, RecordKind.PERSON, Person.class));
        TERMS.write(connection, organisation, read(rows, RecordKind.REFERENT_TERM, ReferentTerm.class));
        STAYS.write(connection, organisation, read(rows, RecordKind.STAY, Stay.class));
        EXEMPTIONS.write(connection, organisation, granted(read(rows, RecordKind.EXEMPTION, Exemption.class)));
        CHANGES.write(connection, organisation, read(rows, RecordKind.SEGMENT_CHANGE, SegmentChange.class));
        MANDATES.write(connection, organisation, read(rows, RecordKind.MANDATE, Mandate.class));
        REQUESTS.write(connection, organisation, read(rows, RecordKind.REQUEST, Request.class));
        DIRECTORY.write(connection, organisation, read(rows, RecordKind.DIRECTORY_NOTE, DirectoryNote.class));
        ReceptionFacts.write(connection, organisation, rows);
        dossiers(read(rows, RecordKind.DOSSIER, Dossier.class));
        due(rows);
        write(ToldFacts.TABLE, ToldFacts.of(rows));
        write(RightFacts.CHECKUPS, RightFacts.checkups(rows));
        write(RightFacts.RIGHTS, RightFacts.rights(rows));
        ChildFacts.write(connection, organisation, rows);
        remove("person_fact", gone(rows, RecordKind.PERSON));
        remove("mandate_fact", gone(rows, RecordKind.MANDATE));
        remove("directory_fact", gone(rows, RecordKind.DIRECTORY_NOTE));
        remove("request_fact", gone(rows, RecordKind.REQUEST));
        toMatch(rows);
        OpenReturns.write(connection, organisation, rows);
    }

    /** Whoever was written is compared with others later, away from this transaction. Rule: R-DUP. */
    private void toMatch(Collection<RecordRow> rows) throws SQLException {
        List<RecordRow> persons = rows.stream()
                .filter(row -> row.dossier() != null && row.kind().equals(RecordKind.PERSON.code()))
                .toList();
        if (persons.isEmpty()) {
            return;
        }
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into person_to_match (org_id, record_id, dossier_id)
                select ?, record_id, dossier_id from unnest(?::uuid[], ?::uuid[]) as p(record_id, dossier_id)
                on conflict do nothing""")) {
            insert.setObject(1, organisation.value());
            insert.setArray(2, arrays.ids(persons, RecordRow::id));
            insert.setArray(3, arrays.ids(persons, RecordRow::dossier));
            insert.executeUpdate();
        }
    }

    private void due(Collection<RecordRow> rows) throws SQLException {
        PassingFacts<LocalDate> due = new PassingFacts<>();
        due.collect(rows, RecordKind.ACTION_ITEM, ActionItem.class, Facts::dueOn);
        due.collect(rows, RecordKind.APPOINTMENT, Appointment.class, Facts::dueOn);
        write(DUE, due);
    }

    private <V> void write(FactTable<V> table, PassingFacts<V> facts) throws SQLException {
        table.write(connection, organisation, facts.standing());
        remove(table.name(), facts.over());
    }

    private static Optional<LocalDate> dueOn(ActionItem action) {
        return action.progress().state() == ActionItem.State.TO_DO
                ? Optional.ofNullable(action.task().dueOn())
                : Optional.empty();
    }

    /** The day in UTC: only the order of delivery hangs on it. */
    private static Optional<LocalDate> dueOn(Appointment appointment) {
        return appointment.attendance().state() == Appointment.State.PLANNED
                ? Optional.of(LocalDate.ofInstant(appointment.plan().startsAt(), ZoneOffset.UTC))
                : Optional.empty();
    }

    private void dossiers(List<FactTable.Fact<Dossier>> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into dossier_fact (org_id, dossier_id, commune_code, status, opened_on, closed_on)
                select ?, dossier_id, commune_code, status, opened_on::date, closed_on::date
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as f(dossier_id, commune_code, status, opened_on, closed_on)
                on conflict (org_id, dossier_id) do update set commune_code = excluded.commune_code,
                    status = excluded.status, opened_on = excluded.opened_on, closed_on = excluded.closed_on""")) {
            upsert.setObject(1, organisation.value());
            upsert.setArray(2, arrays.ids(facts, fact -> fact.row().dossier()));
            upsert.setArray(
                    3, arrays.texts(facts, fact -> fact.value().address().communeCode()));
            upsert.setArray(
                    4,
                    arrays.texts(facts, fact -> fact.value().status().status().name()));
            upsert.setArray(5, arrays.days(facts, fact -> fact.value().status().openedOn()));
            upsert.setArray(6, arrays.days(facts, fact -> fact.value().status().closedOn()));
            upsert.executeUpdate();
        }
    }

    private void remove(String table, List<RecordRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement delete = connection.prepareStatement("delete from " + table
                + " f using unnest(?::uuid[], ?::uuid[]) as r(dossier_id, record_id)"
                + " where f.org_id = ? and f.dossier_id = r.dossier_id and f.record_id = r.record_id")) {
            delete.setArray(1, arrays.ids(rows, RecordRow::dossier));
            delete.setArray(2, arrays.ids(rows, RecordRow::id));
            delete.setObject(3, organisation.value());
            delete.executeUpdate();
        }
    }

    static List<RecordRow> gone(Collection<RecordRow> rows, RecordKind kind) {
        return rows.stream()
                .filter(row -> row.deleted() && row.kind().equals(kind.code()))
                .toList();
    }

    /** What is only asked for, or was declined, exempts from nothing. Rule: R-SEG-10. */
    private static List<FactTable.Fact<Exemption.Grant>> granted(List<FactTable.Fact<Exemption>> asked) {
        List<FactTable.Fact<Exemption.Grant>> granted = new ArrayList<>();
        for (FactTable.Fact<Exemption> fact : asked) {
            fact.value().granted().ifPresent(grant -> granted.add(new FactTable.Fact<>(fact.row(), grant)));
        }
        return granted;
    }

    /** Those of a kind that can be read; a record of a newer version has no facts until this one is upgraded. */
    static <T> List<FactTable.Fact<T>> read(Collection<RecordRow> rows, RecordKind kind, Class<T> type) {
        List<FactTable.Fact<T>> facts = new ArrayList<>();
        for (RecordRow row : rows) {
            if (!row.deleted() && row.dossier() != null && row.kind().equals(kind.code())) {
                typed(row, type).ifPresent(value -> facts.add(new FactTable.Fact<>(row, value)));
            }
        }
        return facts;
    }

    private static <T> Optional<T> typed(RecordRow row, Class<T> type) {
        try {
            return Optional.of(row.groups().as(type));
        } catch (MalformedException e) {
            return Optional.empty(); // kept in the record all the same
        }
    }

    private static String persons(Contact contact) {
        List<String> ids =
                contact.attendance().persons().stream().map(Object::toString).toList();
        return "{" + String.join(",", ids) + "}";
    }

    /** What is left of a contact that was moved is no attempt either. Rule: R-CON. */
    private static Object happening(Contact contact) {
        return contact.isStub() ? ContactMoved.CODE : contact.meeting().happening();
    }

    private static @Nullable LocalDate handledOn(DirectoryNote note) {
        DirectoryNote.Handling handling = note.handling();
        return handling == null ? null : handling.on();
    }

    private static @Nullable Object corrects(Contact contact) {
        Contact.Amendment amendment = contact.amendment();
        return amendment == null ? null : amendment.corrects();
    }
}
