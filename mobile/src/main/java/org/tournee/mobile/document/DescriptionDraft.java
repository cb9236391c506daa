package org.tournee.mobile.document;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.tournee.document.Document;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.person.PersonId;

/**
 * What the form that corrects the description of a document holds, as typed. Rules: R-OFF, R-DOC.
 *
 * @param expiresOn blank for a paper that does not expire
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record DescriptionDraft(String kind, String title, List<PersonId> persons, String expiresOn) {

    public DescriptionDraft {
        persons = List.copyOf(persons);
    }

    /** As the form begins with what is there. */
    public static DescriptionDraft of(Document.Description said, Messages messages) {
        LocalDate last = said.expiresOn();
        return new DescriptionDraft(
                said.kind(),
                Objects.requireNonNullElse(said.title(), ""),
                said.persons(),
                last == null ? "" : TypedDay.text(last, messages));
    }
}
