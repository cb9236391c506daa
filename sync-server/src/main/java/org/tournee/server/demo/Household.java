package org.tournee.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierStatus;
import org.tournee.dossier.HouseholdFact;
import org.tournee.organisation.Commune;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;

/** An invented household. Of those received, 62 % are single persons with or without children (002 §3.3). */
record Household(Commune commune, String name, Map<PersonId, Person> persons, Set<HouseholdFact> facts, String street) {

    private static final int RURAL_BELOW = 2_000;

    /** Who lives together, and how often. */
    private enum Shape {
        ALONE,
        SINGLE_PARENT,
        COUPLE_WITH_CHILDREN,
        COUPLE
    }

    static Household in(Commune commune, LocalDate today, Dice dice) {
        Shape shape = dice.weighted(List.of(Shape.values()), 37, 25, 28, 10);
        String name = Names.family(dice);
        boolean children = shape == Shape.SINGLE_PARENT || shape == Shape.COUPLE_WITH_CHILDREN;
        int age = children ? dice.between(22, 48) : dice.between(19, 79);
        boolean woman = dice.chance(shape == Shape.SINGLE_PARENT ? 88 : 55);
        Map<PersonId, Person> persons = new LinkedHashMap<>();
        persons.put(newId(dice), adult(dice, name, woman, age, today));
        if (shape == Shape.COUPLE || shape == Shape.COUPLE_WITH_CHILDREN) {
            String partner = dice.chance(60) ? name : Names.family(dice);
            int partnerAge = Math.max(19, age + dice.between(-6, 6));
            persons.put(newId(dice), adult(dice, partner, !woman, partnerAge, today));
        }
        for (int i = children ? dice.weighted(List.of(1, 2, 3, 4), 42, 36, 16, 6) : 0; i > 0; i--) {
            int childAge = dice.between(0, Math.min(17, age - 19));
            persons.put(newId(dice), person(dice, name, dice.chance(50), childAge, today, HouseholdRole.CHILD));
        }
        return new Household(
                commune, name, persons, facts(shape, persons, commune, age, today, dice), Names.street(dice));
    }

    /** The dossier's own record. */
    Dossier dossier(LocalDate openedOn, Dice dice) {
        return new Dossier(
                new Dossier.Household(name),
                new Dossier.Address(street, commune.postcodes().getFirst(), commune.code(), commune.name()),
                new Dossier.Reachability(Names.mobilePhone(dice), null),
                new Dossier.Situation(List.copyOf(facts)),
                new Dossier.Status(DossierStatus.OPEN, openedOn, null));
    }

    List<PersonId> adults() {
        List<PersonId> adults = new ArrayList<>();
        persons.forEach((id, person) -> {
            if (person.membership().role() == HouseholdRole.ADULT) {
                adults.add(id);
            }
        });
        return adults;
    }

    private static PersonId newId(Dice dice) {
        return new PersonId(dice.uuid());
    }

    private static Person adult(Dice dice, String name, boolean woman, int age, LocalDate today) {
        return person(dice, name, woman, age, today, HouseholdRole.ADULT);
    }

    private static Person person(Dice dice, String name, boolean woman, int age, LocalDate today, HouseholdRole role) {
        LocalDate born = today.minusYears(age).minusDays(dice.between(0, 364));
        return new Person(new Person.Identity(name, Names.given(dice, woman), born), new Person.Membership(role), null);
    }

    private static Set<HouseholdFact> facts(
            Shape shape, Map<PersonId, Person> persons, Commune commune, int age, LocalDate today, Dice dice) {
        Set<HouseholdFact> facts = EnumSet.noneOf(HouseholdFact.class);
        facts.add(dice.weighted(
                List.of(HouseholdFact.LOW_INCOME, HouseholdFact.NO_INCOME, HouseholdFact.LOW_WAGE_WORK), 60, 10, 30));
        facts.add(dice.chance(78) ? HouseholdFact.TENANT : HouseholdFact.HOME_OWNER);
        addIf(facts, shape == Shape.SINGLE_PARENT, HouseholdFact.SINGLE_PARENT);
        addIf(facts, persons.size() > 2 || shape == Shape.SINGLE_PARENT, HouseholdFact.HAS_CHILDREN);
        addIf(facts, hasBornAfter(persons, today.minusYears(3)), HouseholdFact.CHILD_UNDER_3);
        addIf(facts, commune.population() < RURAL_BELOW, HouseholdFact.RURAL);
        addIf(facts, age < 25, HouseholdFact.UNDER_25);
        addIf(facts, age >= 60, HouseholdFact.AGE_60_PLUS);
        addIf(facts, age < 62 && dice.chance(30), HouseholdFact.JOB_SEEKER);
        addIf(facts, dice.chance(32), HouseholdFact.MINIMUM_INCOME_RECIPIENT);
        addIf(facts, dice.chance(16), HouseholdFact.RENT_ARREARS);
        addIf(facts, dice.chance(18), HouseholdFact.ENERGY_ARREARS);
        addIf(facts, dice.chance(9), HouseholdFact.OVER_INDEBTED);
        addIf(facts, dice.chance(13), HouseholdFact.NO_COMPLEMENTARY_HEALTH);
        addIf(facts, dice.chance(11), HouseholdFact.FOREIGN_NATIONAL);
        addIf(facts, dice.chance(22), HouseholdFact.NO_TRANSPORT);
        addIf(facts, dice.chance(12), HouseholdFact.DISABILITY);
        addIf(facts, dice.chance(10), HouseholdFact.LONG_ILLNESS);
        return facts;
    }

    private static void addIf(Set<HouseholdFact> facts, boolean condition, HouseholdFact fact) {
        if (condition) {
            facts.add(fact);
        }
    }

    private static boolean hasBornAfter(Map<PersonId, Person> persons, LocalDate day) {
        return persons.values().stream()
                .map(person -> person.identity().birthDate())
                .anyMatch(born -> born != null && born.isAfter(day));
    }
}
