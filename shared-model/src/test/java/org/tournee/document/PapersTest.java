package org.tournee.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierFixture;
import org.tournee.dossier.Entry;
import org.tournee.person.PersonId;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;

/** A paper that is there is not asked for again. Rule: R-DOC. Source: 004 §2.1.3. */
class PapersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private final List<Entry<Document>> documents = new ArrayList<>();

    @Test
    void whatIsThereAndStillServesIsNotAskedForAgain() {
        add("pièce d'identité", TODAY);
        add("avis d'imposition", TODAY.minusDays(1));

        assertThat(papers().missing(List.of("pièce d'identité", "avis d'imposition", "devis")))
                .containsExactly("avis d'imposition", "devis");
    }

    @Test
    void theOneThatServesTheLongestAnswers() {
        add("pièce d'identité", TODAY.plusYears(1));
        Entry<Document> longest = add("pièce d'identité", null);
        add("pièce d'identité", TODAY.plusYears(5));

        assertThat(papers().answering("pièce d'identité")).contains(longest);
    }

    @Test
    void capitalsAndApostrophesMakeNoOtherKind() {
        add(" Pièce d’identité ", null);

        assertThat(papers().answering("pièce d'identité")).isPresent();
    }

    @Test
    void onlyAPaperAboutTheSamePersonsReplacesOne() {
        Entry<Document> adults = add("titre de séjour", TODAY, DossierFixture.ADULT);
        add("titre de séjour", TODAY.plusYears(3), DossierFixture.CHILD);

        assertThat(papers().isReplaced(adults)).isFalse();

        add("titre de séjour", TODAY.plusYears(3), DossierFixture.ADULT, DossierFixture.CHILD);
        assertThat(papers().isReplaced(adults)).isTrue();
    }

    private Papers papers() {
        return new Papers(documents, TODAY);
    }

    private Entry<Document> add(String kind, LocalDate expiresOn, PersonId... persons) {
        Entry<Document> entry = new Entry<>(
                new RecordId(new UUID(9, documents.size())),
                DocumentFixture.paper(kind, expiresOn, persons),
                Audience.SERVICE,
                1,
                null,
                null,
                null,
                null,
                false);
        documents.add(entry);
        return entry;
    }
}
