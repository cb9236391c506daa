package org.tournee.mobile.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tournee.contact.Channel;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.mobile.dossier.TypedTime;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/** What the contact form takes, and what it says otherwise. Rules: R-CON, R-SEG-3. */
class ContactCheckTest {

    private static final PersonId SOPHIE = new PersonId(new UUID(1, 1));
    private final ContactCheck check =
            new ContactCheck(ZoneId.of("Europe/Paris"), Instant.parse("2026-03-09T08:30:00Z"));

    private static ContactDraft draft(String day, String time, Happening happening, List<PersonId> present) {
        return new ContactDraft(
                new RecordId(new UUID(2, 2)),
                new ContactDraft.When(day, time),
                new ContactDraft.How(Channel.IN_PERSON, Place.HOME, Planning.PLANNED, happening),
                30,
                present,
                new ContactDraft.About(List.of(), true, " Vu ensemble ", Result.INFORMED),
                false,
                "",
                List.of(),
                null);
    }

    @ParameterizedTest
    @CsvSource({"9/3/2026,2026-03-09", "09-03-2026,2026-03-09", "29/02/2024,2024-02-29"})
    void aDayIsReadAsPeopleWriteIt(String typed, LocalDate day) {
        assertThat(TypedDay.of(typed)).contains(day);
    }

    /** A form must not begin with a day that its own hint would write otherwise. */
    @ParameterizedTest
    @CsvSource({"FRENCH,09/03/2026", "GERMAN,09.03.2026", "DUTCH,09/03/2026", "ENGLISH,09/03/2026"})
    void aFormBeginsWithTheDayAsItsLanguageWritesIt(Language language, String text) {
        LocalDate day = LocalDate.of(2026, 3, 9);
        assertThat(TypedDay.text(day, new Messages(language))).isEqualTo(text);
        assertThat(TypedDay.of(text)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hier", "31/02/2026", "2026-03-09", "9/3/26"})
    void whatIsNoDayIsNotGuessed(String typed) {
        assertThat(TypedDay.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"14:05,14:05", "14h05,14:05", "14u05,14:05", "14 Uhr,14:00", "9 uur 30,09:30", "9 h,09:00", "0:00,00:00"
    })
    void aTimeIsReadAsPeopleWriteIt(String typed, LocalTime time) {
        assertThat(TypedTime.of(typed)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25:00", "12:60", "midi"})
    void whatIsNoTimeIsNotGuessed(String typed) {
        assertThat(TypedTime.of(typed)).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var wrong = (ContactCheck.Wrong)
                check.check(draft("x", "y", Happening.HELD, List.of()), new RecordId(new UUID(3, 3)));

        assertThat(wrong.messages())
                .containsOnlyKeys(
                        ContactCheck.Field.DAY,
                        ContactCheck.Field.TIME,
                        ContactCheck.Field.PRESENT,
                        ContactCheck.Field.REASON);
    }

    @Test
    void aContactOfTheFutureIsASlipButAClockThatIsSlowByHoursIsNot() {
        assertThat(check.check(draft("12/03/2026", "09:00", Happening.HELD, List.of(SOPHIE)), null))
                .isInstanceOf(ContactCheck.Wrong.class);
        assertThat(check.check(draft("09/03/2026", "18:00", Happening.HELD, List.of(SOPHIE)), null))
                .isInstanceOf(ContactCheck.Sound.class);
    }

    @Test
    void theMomentIsTheOrganisationsAndTheNarrativeIsTrimmed() {
        var sound = (ContactCheck.Sound) check.check(draft("9/3/2026", "9h15", Happening.HELD, List.of(SOPHIE)), null);

        assertThat(sound.contact().meeting().startedAt()).isEqualTo(Instant.parse("2026-03-09T08:15:00Z"));
        assertThat(sound.contact().content().narrative()).isEqualTo("Vu ensemble");
    }

    @Test
    void whenNobodyCameNobodyWasPresentAndNothingLasted() {
        var sound =
                (ContactCheck.Sound) check.check(draft("9/3/2026", "9h15", Happening.NO_SHOW, List.of(SOPHIE)), null);

        assertThat(sound.contact().attendance().persons()).isEmpty();
        assertThat(sound.contact().meeting().durationMinutes()).isNull();
    }
}
