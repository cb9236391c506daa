package org.tournee.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.person.PersonId;

/** Invented papers. */
public final class DocumentFixture {

    private DocumentFixture() {}

    public static Document paper(String kind, @Nullable LocalDate expiresOn, PersonId... persons) {
        return new Document(
                new Document.Description(kind, null, List.of(persons), List.of(), expiresOn),
                new Document.Content("image/jpeg", 4_096, "0a".repeat(32)),
                new Document.Ground(LocalDate.of(2026, 1, 5), null),
                null);
    }
}
