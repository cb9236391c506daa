package org.tournee.duplicate;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.person.Person;

/**
 * What of a person is compared.
 *
 * @param given words of the given names, plain; may be empty
 * @param family words of the family name, plain; may be empty
 * @param phone its last nine digits, since prefixes are written in many ways; null where fewer are known
 */
public record PersonSketch(
        List<String> given,
        List<String> family,
        @Nullable LocalDate birthDate,
        @Nullable String phone) {

    private static final int TELLING_DIGITS = 9;

    public PersonSketch {
        given = List.copyOf(given);
        family = List.copyOf(family);
    }

    /** What was typed, or recorded. */
    public static PersonSketch of(
            String givenName, String familyName, @Nullable LocalDate birthDate, @Nullable String phone) {
        return new PersonSketch(Spelling.words(givenName), Spelling.words(familyName), birthDate, digits(phone));
    }

    public static PersonSketch of(Person person) {
        Person.Identity identity = person.identity();
        Person.Reachability reachability = person.reachability();
        String phone = reachability == null ? null : reachability.phone();
        return of(identity.givenName(), identity.familyName(), identity.birthDate(), phone);
    }

    /**
     * Keys of which two persons share at least one wherever {@link DuplicateRules#compare} finds them alike: what an
     * index looks candidates up by. They are names and dates: an index outside the phone keeps them under a keyed hash.
     */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(given);
        keys.addAll(family);
        if (birthDate != null) {
            keys.add(birthDate.toString());
        }
        return keys;
    }

    private static @Nullable String digits(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        String digits = phone.replaceAll("\\D", "");
        return digits.length() < TELLING_DIGITS ? null : digits.substring(digits.length() - TELLING_DIGITS);
    }
}
