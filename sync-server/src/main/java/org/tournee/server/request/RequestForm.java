package org.tournee.server.request;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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
    static final String DECISION = "decision";
    static final String KIND = "mesure";
    static final String AUTHORITY = "autorite";
    static final String DUE = "attendu";
    static final String START = "debut";
    static final String END = "fin";

    static final RequestForm EMPTY = new RequestForm(Map.of());

    private final FormFields fields;

    RequestForm(Map<String, String> fields) {
        this.fields = new FormFields(fields);
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
                new Request.Handling(null, null, null, null, null, null)));
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
