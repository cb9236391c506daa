package org.tournee.mobile.conflict;

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
import org.tournee.mobile.dossier.GroupNames;
import org.tournee.mobile.dossier.MyPart;
import org.tournee.mobile.draft.DraftKeeper;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
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
    private final List<VariantCard> cards;
    private final FormDraft<SettlementDraft> draft;
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper();
    private final Map<String, StringProperty> writing = new LinkedHashMap<>();

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
        this.cards = VariantCard.all(value().variants().all(), phone);
        this.draft = new FormDraft<>(
                phone, DraftName.of(DraftName.Form.CONFLICT_TEXT, dossier, conflict), SettlementDraft.class, screen);
        settled.set(!value().state().open());
        prepareWriting();
    }

    private Conflict value() {
        return conflict.value();
    }

    /** Begins with what was typed before, or with the first value that is not a removal. */
    private void prepareWriting() {
        Map<String, String> typed = draft.kept().map(SettlementDraft::fields).orElse(Map.of());
        template().fields().stream().filter(field -> field.line().free()).forEach(field -> {
            String name = field.line().field();
            writing.put(
                    name,
                    new SimpleStringProperty(
                            typed.getOrDefault(name, field.line().value())));
        });
        draft.follow(
                () -> Optional.of(new SettlementDraft(written())),
                writing.values().toArray(StringProperty[]::new));
    }

    /** The card whose fields one writes anew. */
    public VariantCard template() {
        return cards.stream()
                .filter(card -> !card.fields().isEmpty())
                .findFirst()
                .orElse(cards.get(0));
    }

    /** Whether what one sees in the fields was typed before. */
    public boolean resumed() {
        return draft.kept().isPresent();
    }

    private Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>();
        writing.forEach((field, text) -> written.put(field, text.get()));
        return written;
    }

    /** Throws away what was written; can be undone for a moment. */
    public void giveUpWriting(Runnable again) {
        draft.discard(again);
    }

    public DraftKeeper keeper() {
        return draft.keeper();
    }

    public String householdName() {
        return contents.dossier().value().household().name();
    }

    /** What the two hands wrote: the name of the field group. */
    public String subject() {
        return GroupNames.of(phone.messages(), value().subject());
    }

    public List<VariantCard> cards() {
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
    public void keep(VariantCard card) {
        value().variants().all().stream()
                .filter(variant -> variant.id().equals(card.variant()))
                .findFirst()
                .ifPresent(variant -> settle(variant.value()));
    }

    /** What may be written anew, by field; empty where no field is free text. */
    public Map<String, StringProperty> writing() {
        return Collections.unmodifiableMap(writing);
    }

    /** What was written stands from now on; the fields that are no free text are those of {@link #template()}. */
    public void keepWritten() {
        Map<String, String> written = written();
        written.replaceAll((field, text) -> text.strip());
        value().variants().all().stream()
                .filter(variant -> variant.id().equals(template().variant()))
                .findFirst()
                .ifPresent(variant -> settle(GroupText.with(variant.value(), written)));
    }

    private void settle(@Nullable String json) {
        if (settled.get() || mayNot().isPresent()) {
            return;
        }
        List<String> seen =
                value().variants().all().stream().map(Conflict.Variant::id).toList();
        writer.save(List.of(new Edit.Settle(conflict.id(), new Settlement(seen, json))), () -> {
            draft.forget();
            settled.set(true);
        });
    }

    public DossierWriter writer() {
        return writer;
    }

    /** Whether it is settled, on this phone at least. */
    public ReadOnlyBooleanProperty settled() {
        return settled.getReadOnlyProperty();
    }
}
