package org.tournee.mobile.conflict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Decision;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.dossier.MyPart;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.store.Edit;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Settlement;

/** One conflict: who wrote what, and how it is settled. Rule: R-REC. */
public final class ConflictViewModel {

    private final Phone phone;
    private final DossierWriter writer;
    private final DossierContents contents;
    private final Entry<Conflict> conflict;
    private final List<Card> cards;
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper();
    private final Map<String, StringProperty> writing = new LinkedHashMap<>();

    /**
     * One value and whose it is.
     *
     * @param current whether it is the one that stands until somebody settles
     * @param author as people read it
     * @param occurredAt when its author says that it was made; null where they do not
     */
    public record Card(
            String variant,
            boolean current,
            String author,
            @Nullable Instant occurredAt,
            Instant receivedAt,
            List<Field> fields) {

        public Card {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One field of a card.
     *
     * @param value cut where it differs from the other card
     * @param differs whether the other card has another value, be it only words that are missing here
     */
    public record Field(GroupText.Line line, List<TextDifference.Stretch> value, boolean differs) {

        public Field {
            value = List.copyOf(value);
        }
    }

    /**
     * Reads the dossier as the phone has it now.
     *
     * @throws java.util.NoSuchElementException when the phone does not hold the dossier or the conflict
     */
    public ConflictViewModel(Phone phone, DossierId dossier, RecordId conflict, Executor screen) {
        this.phone = phone;
        this.writer = new DossierWriter(phone, dossier, screen);
        this.contents = phone.store().dossier(dossier).orElseThrow();
        this.conflict = contents.conflicts().stream()
                .filter(entry -> entry.id().equals(conflict))
                .findFirst()
                .orElseThrow();
        this.cards = readCards();
        settled.set(!value().state().open());
        prepareWriting();
    }

    private Conflict value() {
        return conflict.value();
    }

    private List<Card> readCards() {
        GroupText text = new GroupText(phone.messages());
        List<Conflict.Variant> variants = value().variants().all();
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            Conflict.Variant variant = variants.get(i);
            Conflict.Variant other = variants.get(i == 0 ? variants.size() - 1 : 0);
            cards.add(new Card(
                    variant.id(),
                    i == 0,
                    Names.of(phone, variant.author()),
                    variant.occurredAt(),
                    variant.receivedAt(),
                    fields(text.lines(variant.value()), text.lines(other.value()))));
        }
        return List.copyOf(cards);
    }

    private static List<Field> fields(List<GroupText.Line> lines, List<GroupText.Line> others) {
        List<Field> fields = new ArrayList<>();
        for (GroupText.Line line : lines) {
            String other = others.stream()
                    .filter(candidate -> candidate.field().equals(line.field()))
                    .map(GroupText.Line::value)
                    .findFirst()
                    .orElse("");
            boolean differs = !line.value().equals(other);
            fields.add(new Field(line, TextDifference.mark(line.value(), other), differs));
        }
        return fields;
    }

    private void prepareWriting() {
        for (Field field : cards.get(0).fields()) {
            if (field.line().free()) {
                writing.put(
                        field.line().field(),
                        new SimpleStringProperty(field.line().value()));
            }
        }
    }

    public String householdName() {
        return contents.dossier().value().household().name();
    }

    /** What the two hands wrote: the name of the field group. */
    public String subject() {
        return phone.messages()
                .get("group." + value().subject().kind() + "."
                        + value().subject().group());
    }

    public List<Card> cards() {
        return cards;
    }

    /** Why this worker may not settle it; empty where they may. Rule: R-SHARE. */
    public Optional<Decision.Refusal> mayNot() {
        Conflict.Subject subject = value().subject();
        Set<Link> links = EnumSet.noneOf(Link.class);
        links.addAll(MyPart.linksTo(contents, phone));
        if (phone.store().worker().equals(recordAuthor())) {
            links.add(Link.AUTHOR);
        }
        Decision decision =
                AccessRules.decide(MyPart.roles(phone), links, Act.SETTLE_CONFLICT, accessSubject(subject), false);
        return decision instanceof Decision.Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    private Subject accessSubject(Conflict.Subject subject) {
        return RecordKind.ofCode(subject.kind())
                .map(kind -> subject.group().equals(Conflict.Subject.WHOLE_RECORD)
                        ? Subject.record(kind, conflict.audience())
                        : Subject.group(kind, subject.group(), conflict.audience()))
                .orElseGet(Subject::dossier);
    }

    /** Whoever made the record; those who only wrote to it later are no authors of it. */
    private @Nullable WorkerId recordAuthor() {
        return MyPart.records(contents)
                .filter(entry -> entry.id().equals(value().subject().recordId()))
                .map(Entry::author)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The value of one card stands from now on. */
    public void keep(Card card) {
        value().variants().all().stream()
                .filter(variant -> variant.id().equals(card.variant()))
                .findFirst()
                .ifPresent(variant -> settle(variant.value()));
    }

    /** What may be written anew, by field; empty where no field is free text. */
    public Map<String, StringProperty> writing() {
        return Collections.unmodifiableMap(writing);
    }

    /** What was written stands from now on; the fields that are no free text are those of the first card. */
    public void keepWritten() {
        Map<String, String> written = new LinkedHashMap<>();
        writing.forEach((field, text) -> written.put(field, text.get().strip()));
        settle(GroupText.with(value().variants().all().get(0).value(), written));
    }

    private void settle(@Nullable String json) {
        if (settled.get() || mayNot().isPresent()) {
            return;
        }
        List<String> seen =
                value().variants().all().stream().map(Conflict.Variant::id).toList();
        writer.save(List.of(new Edit.Settle(conflict.id(), new Settlement(seen, json))), () -> settled.set(true));
    }

    public DossierWriter writer() {
        return writer;
    }

    /** Whether it is settled, on this phone at least. */
    public ReadOnlyBooleanProperty settled() {
        return settled.getReadOnlyProperty();
    }
}
