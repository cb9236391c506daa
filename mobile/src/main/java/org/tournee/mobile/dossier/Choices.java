package org.tournee.mobile.dossier;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.control.CheckBox;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Bound;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Hyphens;

/** Chips that are bound to a view model, both ways. */
public final class Choices {

    private Choices() {}

    /** One of the constants; a tap on the chosen one leaves it chosen. */
    public static <E extends Enum<E>> ChipGroup<E> one(List<E> values, ObjectProperty<E> chosen, Messages messages) {
        return of(values, chosen, messages::of);
    }

    /** One of the values, by its name; a tap on the chosen one leaves it chosen. */
    public static <T> ChipGroup<T> of(List<T> values, ObjectProperty<T> chosen, Function<? super T, String> name) {
        ChipGroup<T> chips = ChipGroup.one(values, name);
        chips.select(List.of(chosen.get()));
        chips.selectedProperty().addListener((on, was, is) -> {
            if (is.isEmpty()) {
                chips.select(List.of(chosen.get()));
            } else if (!is.get(0).equals(chosen.get())) {
                chosen.set(is.get(0));
            }
        });
        chosen.addListener((on, was, is) -> chips.select(List.of(is)));
        return chips;
    }

    /** One of the values, or none: a tap on the chosen one takes it back. */
    public static <T> ChipGroup<T> optional(ChipGroup<T> chips, ObjectProperty<@Nullable T> chosen) {
        T now = chosen.get();
        chips.select(now == null ? List.of() : List.of(now));
        chips.selectedProperty()
                .addListener((on, was, is) -> chosen.set(chips.choice().orElse(null)));
        return chips;
    }

    /** The same chips, with the values of {@code chosen} selected and kept there. */
    public static <T> ChipGroup<T> several(ChipGroup<T> chips, ObservableSet<T> chosen) {
        chips.select(chosen);
        chips.selectedProperty().addListener((on, was, is) -> {
            chosen.retainAll(is);
            chosen.addAll(is);
        });
        chosen.addListener((SetChangeListener<T>) change -> {
            if (!chosen.equals(java.util.Set.copyOf(chips.selected()))) {
                chips.select(chosen);
            }
        });
        return chips;
    }

    /** One yes or no, as tall as a thumb. */
    public static CheckBox box(String text, BooleanProperty chosen) {
        CheckBox box = box(text);
        Bound.both(box, box.selectedProperty(), chosen);
        return box;
    }

    /** One of several texts that are ticked or not, as tall as a thumb. */
    public static CheckBox box(String text, ObservableSet<String> chosen) {
        CheckBox box = box(text);
        box.setSelected(chosen.contains(text));
        box.selectedProperty().addListener((on, was, is) -> {
            if (is) {
                chosen.add(text);
            } else {
                chosen.remove(text);
            }
        });
        return box;
    }

    private static CheckBox box(String text) {
        CheckBox box = new CheckBox(text);
        box.getStyleClass().add("tall-check");
        box.setWrapText(true);
        box.setAccessibleText(text);
        return Hyphens.in(box);
    }
}
