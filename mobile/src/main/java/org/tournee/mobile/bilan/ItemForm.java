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

/** One item being written: its place on the balance is known, the rest has likely values. Rule: R-BIL. */
public final class ItemForm {

    private final Dimension dimension;
    private final Side side;
    private final ObjectProperty<Effect> effect;
    private final ObjectProperty<WhoseWord> whoseWord = new SimpleObjectProperty<>(WhoseWord.PERSON_WORD);
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty concernsThirdParty = new SimpleBooleanProperty();
    private final BooleanProperty restricted = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");

    public ItemForm(Dimension dimension, Side side) {
        this.dimension = dimension;
        this.side = side;
        this.effect = new SimpleObjectProperty<>(side.effects().get(0));
        text.addListener((on, was, is) -> wrong.set(""));
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
