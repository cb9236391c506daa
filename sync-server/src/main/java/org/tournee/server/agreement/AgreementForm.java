package org.tournee.server.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.agreement.ServiceAgreement.Mutual;
import org.tournee.agreement.ServiceAgreement.Terms;
import org.tournee.organisation.WorkerId;
import org.tournee.person.PersonId;
import org.tournee.server.page.FormFields;
import org.tournee.sync.RecordId;

/** What was typed into the form of an agreement; days that are none are missing. Rule: R-SEG-9. */
final class AgreementForm {

    static final String ID = "id";
    static final String REV = "rev";
    static final String WAY = "voie";
    static final String EXCEPTION = "exception";
    static final String COMMITMENTS = "engagements";
    static final String SERVICE = "service";
    static final String GOAL = "objectif-";
    static final String STARTS = "debut";
    static final String ENDS = "fin";
    static final String PERSON = "personne-";
    static final String WORKER = "signataire";
    static final String SIGNED = "signe";
    static final String REASON = "raison";
    static final String LAST = "dernier";

    private final FormFields fields;

    AgreementForm(Map<String, String> fields) {
        this.fields = new FormFields(fields);
    }

    /** The same about one that its address names. */
    AgreementForm about(UUID agreement) {
        return new AgreementForm(fields.with(ID, agreement.toString()).byName());
    }

    String text(String field) {
        return fields.text(field);
    }

    /** The id that was made with the form, so that sent twice it is written once; empty where it is no form of ours. */
    Optional<RecordId> id() {
        return fields.id(ID).map(RecordId::new);
    }

    /** The revision that was seen; 0 for a new one. */
    long rev() {
        return fields.number(REV);
    }

    /** Whether it says why there is none. */
    boolean isException() {
        return text(WAY).equals(EXCEPTION);
    }

    List<RecordId> goals() {
        return ticked(GOAL).map(RecordId::new).toList();
    }

    List<PersonId> persons() {
        return ticked(PERSON).map(PersonId::new).toList();
    }

    /** Whether something stands where a last day belongs, and is none. */
    boolean endsOnNoDay() {
        return !isException() && !text(ENDS).isEmpty() && fields.day(ENDS).isEmpty();
    }

    /** The last day to be, where one is ended. */
    Optional<LocalDate> last() {
        return fields.day(LAST);
    }

    /**
     * What was written.
     *
     * @param unseen goals that the agreement serves already and the form does not show: they stay
     */
    ServiceAgreement agreement(List<RecordId> unseen) {
        if (isException()) {
            return new ServiceAgreement(new Terms("", null, null, text(REASON)));
        }
        return new ServiceAgreement(
                new Terms(text(COMMITMENTS), day(SIGNED), day(ENDS), null),
                new Mutual(
                        text(SERVICE),
                        Stream.concat(goals().stream(), unseen.stream()).toList(),
                        day(STARTS),
                        persons(),
                        fields.id(WORKER).map(WorkerId::new).orElse(null)));
    }

    private @Nullable LocalDate day(String field) {
        return fields.day(field).orElse(null);
    }

    private Stream<UUID> ticked(String prefix) {
        return fields.byName().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .flatMap(name -> id(name.substring(prefix.length())).stream());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
