package org.tournee.mobile.document;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.tournee.document.Document;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordRules;

/** How a document is described, being corrected; its bytes stay what they are. Rule: R-DOC. */
public final class DescriptionForm implements DraftedForm {

    private static final String TOO_LONG = "mandate.wrong.longName";

    private final FormDraft<DescriptionDraft> draft;
    private final Entry<Document> document;
    private final TypedText kind;
    private final TypedText title;
    private final TypedText expiresOn;
    private final ObservableSet<PersonId> persons = FXCollections.observableSet(new LinkedHashSet<>());

    /** As it was left, or as the document says; laid over the document as it was when one began. Rule: R-REC. */
    DescriptionForm(FormDraft<DescriptionDraft> draft, Entry<Document> document, Messages messages) {
        this.draft = draft;
        this.document = draft.begunFrom(document);
        DescriptionDraft untouched = DescriptionDraft.of(this.document.value().description(), messages);
        DescriptionDraft begun = draft.kept().orElse(untouched);
        this.kind = new TypedText(begun.kind());
        this.title = new TypedText(begun.title());
        this.expiresOn = new TypedText(begun.expiresOn());
        persons.addAll(begun.persons());
        draft.follow(
                () -> Optional.of(typed()).filter(now -> !now.equals(untouched)),
                kind.property(),
                title.property(),
                expiresOn.property(),
                persons);
    }

    private DescriptionDraft typed() {
        return new DescriptionDraft(
                kind.property().get(),
                title.property().get(),
                List.copyOf(persons),
                expiresOn.property().get());
    }

    /** The document after it; empty with what is wrong beside its field. */
    public Optional<Document> corrected() {
        boolean named = kind.checkSaid(RecordRules.LONGEST_NAME, "document.wrong.NO_KIND", TOO_LONG);
        boolean titled = title.checkAtMost(RecordRules.LONGEST_NAME, TOO_LONG);
        Optional<LocalDate> last = expiresOn.isBlank() ? Optional.empty() : expiresOn.day("document.wrong.NO_DAY");
        boolean dated = expiresOn.isBlank() || last.isPresent();
        return named && titled && dated
                ? Optional.of(document.value().described(description(last.orElse(null))))
                : Optional.empty();
    }

    private Document.Description description(@Nullable LocalDate last) {
        return new Document.Description(
                kind.stripped(),
                title.isBlank() ? null : title.stripped(),
                List.copyOf(persons),
                document.value().description().rights(),
                last);
    }

    @Override
    public FormDraft<DescriptionDraft> draft() {
        return draft;
    }

    /** The document that is corrected, as it was seen. */
    public Entry<Document> document() {
        return document;
    }

    /** What paper it is. */
    public TypedText kind() {
        return kind;
    }

    /** What tells it from others of its kind; may stay empty. */
    public TypedText title() {
        return title;
    }

    /** Its last day; may stay empty. */
    public TypedText expiresOn() {
        return expiresOn;
    }

    /** Whom it is about; none for the household. */
    public ObservableSet<PersonId> persons() {
        return persons;
    }
}
