package org.tournee.mobile.draft;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tournee.mobile.dossier.TypedDay;

/** One field of a form as typed, and what is wrong with it; what is being typed anew is not wrong yet. */
public final class TypedText {

    private final StringProperty text;
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");

    public TypedText(String begun) {
        this.text = new SimpleStringProperty(begun);
        text.addListener((on, was, is) -> wrong.set(""));
    }

    public StringProperty property() {
        return text;
    }

    /** The key of what is wrong; empty where nothing is. */
    public ReadOnlyStringProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    /** As typed, without blanks around it. */
    public String stripped() {
        return text.get().strip();
    }

    public boolean isBlank() {
        return text.get().isBlank();
    }

    /** Says with that key that the field is wrong, unless it is right; gives back whether it is. */
    public boolean check(boolean right, String key) {
        wrong.set(right ? "" : key);
        return right;
    }

    /** Whether something was typed, of at most so many characters; says with one key that it is empty, or too long. */
    public boolean checkSaid(int most, String emptyKey, String longKey) {
        return check(!isBlank(), emptyKey) && checkAtMost(most, longKey);
    }

    /** Whether it is no longer than so many characters; says with that key where it is. */
    public boolean checkAtMost(int most, String key) {
        return check(stripped().length() <= most, key);
    }

    /** The day that was typed; where it is none, says so with that key. */
    public Optional<LocalDate> day(String key) {
        Optional<LocalDate> day = TypedDay.of(text.get());
        check(day.isPresent(), key);
        return day;
    }
}
