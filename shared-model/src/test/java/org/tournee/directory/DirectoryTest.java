package org.tournee.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.contact.Topic;
import org.tournee.organisation.Role;
import org.tournee.sync.Audience;
import org.tournee.sync.DirectoryChecks;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.RecordRules;
import org.tournee.sync.Violation;

/** What the directory holds, and what is said of it. Rule: R-DIR. */
class DirectoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);

    private static Partner partner(String name, List<Topic> topics, String commune) {
        return new Partner(
                new Partner.Identity(name),
                new Partner.Offer(topics, "Accueil de jour", "", ""),
                new Partner.Place("", "", commune, ""),
                new Partner.Reach(null, "05 49 00 00 00", null),
                new Partner.Standing(TODAY, true));
    }

    @Test
    void aPartnerHasANameAPlaceAndSomethingItHelpsWith() {
        assertThat(DirectoryChecks.of(partner("Point accueil", List.of(Topic.HOUSING), "Civray")))
                .isEmpty();
        assertThat(DirectoryChecks.of(partner(" ", List.of(), "")))
                .containsExactly(
                        new Violation("identity", "name", Violation.Code.BLANK),
                        new Violation("offer", "topics", Violation.Code.BLANK),
                        new Violation("place", "commune_name", Violation.Code.BLANK));
    }

    @Test
    void aCorrectionNamesItsPartnerAndANeedWhatItIsAbout() {
        RecordId partner = new RecordId(new UUID(1, 1));
        assertThat(DirectoryChecks.of(note(DirectoryNote.Note.correction(partner, "A déménagé", TODAY))))
                .isEmpty();
        assertThat(DirectoryChecks.of(note(DirectoryNote.Note.need(Topic.HEALTH, "Un dentiste", TODAY))))
                .isEmpty();
        DirectoryNote.Note nothing = new DirectoryNote.Note(DirectoryNote.Purpose.NEED, partner, null, "?", TODAY);
        assertThat(DirectoryChecks.of(note(nothing)))
                .containsExactly(new Violation("note", "topic", Violation.Code.INCOMPLETE));
    }

    private static DirectoryNote note(DirectoryNote.Note note) {
        return new DirectoryNote(note, null);
    }

    /** It keeps the directory, so it reads what the field says of it, and nothing else of that dossier. */
    @Test
    void theBackOfficeReadsWhatIsSaidOfTheDirectoryAndThePhoneAloneWritesIt() {
        Subject note = Subject.group(RecordKind.DIRECTORY_NOTE, "note", Audience.SERVICE);
        assertThat(AccessRules.decide(Set.of(Role.BACK_OFFICE), Set.of(), Act.VIEW, note, false)
                        .isAllowed())
                .isTrue();
        assertThat(RecordKind.PARTNER.writing()).isEqualTo(RecordKind.Writing.SERVER);
        assertThat(RecordRules.isServersOwn(RecordKind.DIRECTORY_NOTE, DirectoryNote.Handling.GROUP))
                .isTrue();
    }
}
