package org.tournee.mobile.agreement;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.agreement.ServiceAgreement.Mutual;
import org.tournee.agreement.ServiceAgreement.Terms;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.organisation.WorkerId;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/**
 * What the form of an agreement holds, as typed. Rule: R-OFF.
 *
 * @param exception whether it says why there is none
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record AgreementDraft(
        RecordId id,
        boolean exception,
        String commitments,
        String service,
        Set<RecordId> goals,
        String startsOn,
        String endsOn,
        Set<PersonId> persons,
        WorkerId worker,
        String signedOn,
        String reason) {

    private static final Mutual NOTHING_MUTUAL = new Mutual("", List.of(), null, List.of(), null);

    public AgreementDraft {
        goals = Set.copyOf(goals);
        persons = Set.copyOf(persons);
    }

    /**
     * What an agreement says, to be written anew.
     *
     * @param me signs for the service where it names nobody
     */
    public static AgreementDraft of(RecordId id, ServiceAgreement agreement, WorkerId me, Messages messages) {
        Terms terms = agreement.terms();
        Mutual mutual = Objects.requireNonNullElse(agreement.mutual(), NOTHING_MUTUAL);
        return new AgreementDraft(
                id,
                agreement.isException(),
                terms.commitments(),
                mutual.service(),
                Set.copyOf(mutual.goals()),
                typed(mutual.startsOn(), messages),
                typed(terms.endsOn(), messages),
                Set.copyOf(mutual.persons()),
                Objects.requireNonNullElse(mutual.worker(), me),
                typed(terms.signedOn(), messages),
                Objects.requireNonNullElse(terms.exceptionReason(), ""));
    }

    private static String typed(@Nullable LocalDate day, Messages messages) {
        return day == null ? "" : TypedDay.text(day, messages);
    }
}
