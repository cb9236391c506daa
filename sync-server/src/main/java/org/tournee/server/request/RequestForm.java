package org.tournee.server.request;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.mandate.Mandate;
import org.tournee.request.Request;
import org.tournee.request.RequestStep;
import org.tournee.server.page.FormFields;
import org.tournee.sync.RecordId;

/** What was typed into one of the forms for requests and mandates; what is no value of ours is missing. */
final class RequestForm {

    static final String ID = "id";
    static final String REV = "rev";
    static final String ORIGIN = "origine";
    static final String URGENCY = "urgence";
    static final String SUBJECT = "sujet";
    static final String RECEIVED = "recue";
    static final String TEXT = "texte";
    static final String STEP = "etape";
    static final String DAY = "jour";
    static final String LAST = "dernier";
    static final String HELD = "tenue";
    static final String CONCLUSION = "conclusion";
    static final String DECISION = "decision";
    static final String KIND = "mesure";
    static final String AUTHORITY = "autorite";
    static final String DUE = "attendu";
    static final String START = "debut";
    static final String END = "fin";

    static final RequestForm EMPTY = new RequestForm(Map.of());

    /** Which record it is about; null where it makes a new one. */
    private final @Nullable UUID record;

    private final FormFields fields;

    /** One that makes a new record. */
    RequestForm(Map<String, String> fields) {
        this(null, fields);
    }

    /** One about a record that there is. */
    RequestForm(@Nullable UUID record, Map<String, String> fields) {
        this.record = record;
        this.fields = new FormFields(fields);
    }

    /** What was typed about that record; nothing where the form is about another one. */
    RequestForm about(RecordId id) {
        return id.value().equals(record) ? this : EMPTY;
    }

    /** What was typed for a new record; nothing where the form is about one that there is. */
    RequestForm forNew() {
        return record == null ? this : EMPTY;
    }

    String text(String field) {
        return fields.text(field);
    }

    Optional<LocalDate> day(String field) {
        return fields.day(field);
    }

    /** The id that was made with the form, so that sent twice it records once. */
    Optional<RecordId> id() {
        return fields.id(ID).map(RecordId::new);
    }

    /** The revision that was seen; 0 where the form does not say. */
    long rev() {
        return fields.number(REV);
    }

    Optional<RequestStep> step() {
        return fields.code(STEP, RequestStep.class);
    }

    Request.@Nullable Decision decision() {
        return fields.code(DECISION, Request.Decision.class).orElse(null);
    }

    /** Empty where something is missing. */
    Optional<Request> request() {
        Optional<Request.Origin> origin = fields.code(ORIGIN, Request.Origin.class);
        Optional<Request.Urgency> urgency = fields.code(URGENCY, Request.Urgency.class);
        Optional<Topic> subject = fields.code(SUBJECT, Topic.class);
        Optional<LocalDate> received = day(RECEIVED);
        if (origin.isEmpty() || urgency.isEmpty() || subject.isEmpty() || received.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Request(
                new Request.Demand(origin.get(), urgency.get(), subject.get(), received.get(), text(TEXT)),
                Request.Handling.NONE));
    }

    /** Empty where something is missing; the last day is meant to be one with it. */
    Optional<Mandate> mandate() {
        Optional<Mandate.Kind> kind = fields.code(KIND, Mandate.Kind.class);
        Optional<LocalDate> start = day(START);
        if (kind.isEmpty() || start.isEmpty() || text(AUTHORITY).isEmpty()) {
            return Optional.empty();
        }
        String due = text(DUE);
        return Optional.of(new Mandate(
                new Mandate.Mission(kind.get(), text(AUTHORITY), due.isEmpty() ? null : due),
                new Mandate.Term(
                        start.get(), day(END).map(last -> last.plusDays(1)).orElse(null))));
    }
}
