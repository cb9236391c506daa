package org.tournee.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.document.Document;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.store.Edit;
import org.tournee.person.Person;
import org.tournee.sync.Audience;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Settlement;

/** What workers do, with few values: so that they often meet, and sometimes say the same. */
final class Edits {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);
    private static final List<String> WORDS = List.of("un", "deux", "trois");

    /** One of the words that workers write, as an expression. */
    static final String ANY_WORD = "(" + String.join("|", WORDS) + ")";

    private final DossierContents seen;
    private final SplittableRandom random;

    Edits(DossierContents seen, SplittableRandom random) {
        this.seen = seen;
        this.random = random;
    }

    /**
     * An edit that somebody makes of what they see.
     *
     * @param wrong it breaks a rule of its kind, on purpose
     * @param pair two entries of the journal that belong together for ever; empty for anything else
     */
    record Made(Edit edit, boolean wrong, List<RecordId> pair) {

        /** Whether some of it is restricted and some is not. */
        boolean isMixed() {
            return edit.changes().stream()
                            .filter(change ->
                                    change instanceof Edit.Create create && create.audience() == Audience.RESTRICTED)
                            .count()
                    > 0;
        }
    }

    Optional<Made> any() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> one(item(word()));
            case 2, 3, 4 -> changeItem().flatMap(this::one);
            case 5 -> one(move());
            case 6 -> changePerson().flatMap(this::one);
            case 7 -> pair();
            case 8 -> deleteItem().flatMap(this::one);
            case 9 -> settle().flatMap(this::one).or(() -> one(move()));
            case 10 -> several();
            default -> wrong();
        };
    }

    /** Somebody says who else reads an item. */
    Optional<Made> otherAudience() {
        return anyOf(seen.bilanItems()).flatMap(entry -> one(new Edit.SetAudience(RecordKind.BILAN_ITEM, entry)));
    }

    /** Somebody corrects what a document is called, or until when it serves. */
    Optional<Made> describe() {
        return anyOf(seen.documents()).flatMap(entry -> {
            Document.Description before = entry.value().description();
            LocalDate last = random.nextBoolean() ? before.expiresOn() : DAY.plusDays(random.nextInt(3));
            Document.Description after =
                    new Document.Description(word(), word(), before.persons(), before.rights(), last);
            return one(new Edit.Update(RecordKind.DOCUMENT, entry, entry.value().described(after)));
        });
    }

    private Optional<Made> one(Edit.Change change) {
        return Optional.of(new Made(Edit.of(seen.id(), change), false, List.of()));
    }

    private Edit.Create item(String text) {
        Audience audience = random.nextInt(4) == 0 ? Audience.RESTRICTED : Audience.SERVICE;
        return new Edit.Create(RecordKind.BILAN_ITEM, newId(), audience, new BilanItem(statement(text), validity()));
    }

    private BilanItem.Statement statement(String text) {
        return new BilanItem.Statement(
                Dimension.HOUSING, Effect.STABILISER, WhoseWord.OBSERVED_FACT, text, random.nextBoolean());
    }

    private BilanItem.Validity validity() {
        return new BilanItem.Validity(DAY.minusDays(random.nextInt(3)), null);
    }

    private Optional<Edit.Change> changeItem() {
        return anyOf(seen.bilanItems()).map(entry -> {
            BilanItem before = entry.value();
            int which = random.nextInt(3);
            return new Edit.Update(
                    RecordKind.BILAN_ITEM,
                    entry,
                    new BilanItem(
                            which == 1 ? before.statement() : statement(word()),
                            which == 0 ? before.validity() : validity()));
        });
    }

    private Optional<Edit.Change> deleteItem() {
        return anyOf(seen.bilanItems()).map(entry -> new Edit.Delete(RecordKind.BILAN_ITEM, entry));
    }

    private Edit.Change move() {
        Dossier before = seen.dossier().value();
        Dossier.Address address = new Dossier.Address(word() + " rue des Tilleuls", "86000", "86194", "Poitiers");
        Dossier.Reachability reachability = new Dossier.Reachability("05 49 00 00 1" + random.nextInt(3), word());
        int which = random.nextInt(3);
        return new Edit.Update(
                RecordKind.DOSSIER,
                seen.dossier(),
                new Dossier(
                        before.household(),
                        which == 1 ? before.address() : address,
                        which == 0 ? before.reachability() : reachability,
                        before.situation(),
                        before.status()));
    }

    private Optional<Edit.Change> changePerson() {
        return anyOf(seen.persons()).map(entry -> {
            Person before = entry.value();
            Person.Identity identity = new Person.Identity(
                    before.identity().familyName(), word(), before.identity().birthDate());
            Person.Reachability reachability =
                    random.nextInt(3) == 0 ? null : new Person.Reachability("06 0" + random.nextInt(3), null);
            boolean named = random.nextBoolean();
            return new Edit.Update(
                    RecordKind.PERSON,
                    entry,
                    new Person(
                            named ? identity : before.identity(),
                            before.membership(),
                            named ? before.reachability() : reachability,
                            before.merged()));
        });
    }

    private Optional<Made> pair() {
        Audience second = random.nextInt(3) == 0 ? Audience.RESTRICTED : Audience.SERVICE;
        Edit.Create one = new Edit.Create(RecordKind.CONTACT, newId(), Audience.SERVICE, contact());
        Edit.Create other = new Edit.Create(RecordKind.CONTACT, newId(), second, contact());
        return Optional.of(new Made(Edit.of(seen.id(), one, other), false, List.of(one.id(), other.id())));
    }

    private Contact contact() {
        return new Contact(
                new Contact.Meeting(
                        Instant.parse("2026-03-09T09:00:00Z"),
                        Channel.IN_PERSON,
                        Place.HOME,
                        Planning.PLANNED,
                        Happening.HELD,
                        30),
                new Contact.Attendance(List.of()),
                new Contact.Content(List.of(), true, word(), Result.FOLLOW_UP),
                null);
    }

    private Optional<Edit.Change> settle() {
        return anyOf(seen.openConflicts()).map(entry -> {
            List<Conflict.Variant> all = entry.value().variants().all();
            List<String> ids =
                    new ArrayList<>(all.stream().map(Conflict.Variant::id).toList());
            if (random.nextInt(4) == 0) {
                ids.remove(random.nextInt(ids.size()));
            }
            String value = all.get(random.nextInt(all.size())).value();
            return new Edit.Settle(entry.id(), new Settlement(ids, value));
        });
    }

    private Optional<Made> several() {
        List<Edit.Change> changes = new ArrayList<>();
        changes.add(item(word()));
        changes.add(move());
        changeItem().ifPresent(changes::add);
        changePerson().ifPresent(changes::add);
        return Optional.of(new Made(new Edit(seen.id(), changes), false, List.of()));
    }

    private Optional<Made> wrong() {
        return Optional.of(new Made(Edit.of(seen.id(), item(""), move()), true, List.of()));
    }

    private <T> Optional<Entry<T>> anyOf(List<Entry<T>> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(random.nextInt(entries.size())));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private RecordId newId() {
        return new RecordId(new UUID(0x0190_3000_0000_7000L | random.nextInt(1 << 12), random.nextLong()));
    }
}
