package org.tournee.mobile.bilan;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.sync.RecordId;

/** One item being written: its place on the balance is known, the rest has likely values. Rule: R-BIL. */
public final class ItemForm implements DraftedForm {

    private final FormDraft<ItemDraft> draft;
    private final RecordId id;
    private final Dimension dimension;
    private final Side side;
    private final ObjectProperty<Effect> effect;
    private final ObjectProperty<WhoseWord> whoseWord = new SimpleObjectProperty<>(WhoseWord.PERSON_WORD);
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty concernsThirdParty = new SimpleBooleanProperty();
    private final BooleanProperty restricted = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");

    private ItemForm(FormDraft<ItemDraft> draft, ItemDraft begun) {
        this.draft = draft;
        this.id = begun.id();
        this.dimension = begun.dimension();
        this.side = begun.side();
        this.effect = new SimpleObjectProperty<>(begun.effect());
        whoseWord.set(begun.whoseWord());
        text.set(begun.text());
        concernsThirdParty.set(begun.concernsThirdParty());
        restricted.set(begun.restricted());
        text.addListener((on, was, is) -> wrong.set(""));
        draft.follow(this::worthKeeping, effect, whoseWord, text, concernsThirdParty, restricted);
    }

    /** A form on that side, with what was typed there before. */
    public static ItemForm begin(FormDraft<ItemDraft> draft, Dimension dimension, Side side) {
        return resume(draft)
                .orElseGet(() -> new ItemForm(
                        draft,
                        new ItemDraft(
                                NewRecord.id(),
                                dimension,
                                side,
                                side.effects().get(0),
                                WhoseWord.PERSON_WORD,
                                "",
                                false,
                                false)));
    }

    /** The form as it was left; empty where it holds nothing. */
    public static Optional<ItemForm> resume(FormDraft<ItemDraft> draft) {
        return draft.kept().map(kept -> new ItemForm(draft, kept));
    }

    private Optional<ItemDraft> worthKeeping() {
        return text.get().isBlank()
                ? Optional.empty()
                : Optional.of(new ItemDraft(
                        id,
                        dimension,
                        side,
                        effect.get(),
                        whoseWord.get(),
                        text.get(),
                        concernsThirdParty.get(),
                        restricted.get()));
    }

    /** What was written, or empty with the reason in {@link #wrong()}. */
    public Optional<BilanItem.Statement> statement() {
        String written = text.get().strip();
        if (written.isEmpty()) {
            wrong.set("bilan.wrong.empty");
            return Optional.empty();
        }
        if (written.length() > BilanItem.Statement.LONGEST_TEXT) {
            wrong.set("bilan.wrong.long");
            return Optional.empty();
        }
        return Optional.of(
                new BilanItem.Statement(dimension, effect.get(), whoseWord.get(), written, concernsThirdParty.get()));
    }

    @Override
    public FormDraft<ItemDraft> draft() {
        return draft;
    }

    /** The id that the item will have. */
    public RecordId id() {
        return id;
    }

    public Dimension dimension() {
        return dimension;
    }

    public Side side() {
        return side;
    }

    public ObjectProperty<Effect> effect() {
        return effect;
    }

    public ObjectProperty<WhoseWord> whoseWord() {
        return whoseWord;
    }

    public StringProperty text() {
        return text;
    }

    public BooleanProperty concernsThirdParty() {
        return concernsThirdParty;
    }

    public BooleanProperty restricted() {
        return restricted;
    }

    /** The key of what is wrong; empty where nothing is. */
    public ReadOnlyStringProperty wrong() {
        return wrong.getReadOnlyProperty();
    }
}
