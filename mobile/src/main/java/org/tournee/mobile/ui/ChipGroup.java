package org.tournee.mobile.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

/** A few values to tap: one of them, or several. The chosen ones carry a check mark besides their colour. */
public final class ChipGroup<T> extends FlowPane {

    private final boolean several;
    private final Map<T, ToggleButton> chips = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<List<T>> selected = new ReadOnlyObjectWrapper<>(List.of());
    private boolean selecting;

    private ChipGroup(boolean several, Collection<? extends T> values, Function<? super T, String> name) {
        this.several = several;
        getStyleClass().add("chip-group");
        for (T value : values) {
            ToggleButton chip = chip(name.apply(value));
            chips.put(value, chip);
            chip.selectedProperty().addListener((source, was, is) -> toggled(value, is));
            chip.maxWidthProperty().bind(widthProperty());
            getChildren().add(chip);
        }
    }

    /** A chip that is wider than the page wraps its words, instead of widening the page. */
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    /** At most one is chosen; a tap on the chosen one leaves it. */
    public static <T> ChipGroup<T> one(Collection<? extends T> values, Function<? super T, String> name) {
        return new ChipGroup<>(false, values, name);
    }

    /** Any number is chosen. */
    public static <T> ChipGroup<T> several(Collection<? extends T> values, Function<? super T, String> name) {
        return new ChipGroup<>(true, values, name);
    }

    /** The same group with an icon on each chip. */
    public ChipGroup<T> icons(Function<? super T, Ikon> icon) {
        chips.forEach((value, chip) -> chip.setGraphic(Icons.of(icon.apply(value))));
        return this;
    }

    /** What is chosen, in the order of the chips. */
    public ReadOnlyObjectProperty<List<T>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public List<T> selected() {
        return selected.get();
    }

    /** The one that is chosen, or the first of several. */
    public Optional<T> choice() {
        return selected().stream().findFirst();
    }

    /** Chooses exactly these; those that are no chip are passed over. */
    public void select(Collection<? extends T> values) {
        selecting = true;
        chips.forEach((value, chip) -> chip.setSelected(values.contains(value)));
        selecting = false;
        publish();
    }

    private void toggled(T value, boolean on) {
        mark(chips.get(value), on);
        if (selecting) {
            return;
        }
        if (on && !several) {
            select(List.of(value));
        } else {
            publish();
        }
    }

    private static void mark(@Nullable ToggleButton chip, boolean on) {
        if (chip == null
                || (chip.getGraphic() != null
                        && !chip.getGraphic().getStyleClass().contains("chip-check"))) {
            return; // an icon of its own stays; the style sheet frames the chosen chip
        }
        if (on) {
            var check = Icons.of(Material2AL.CHECK);
            check.getStyleClass().add("chip-check");
            chip.setGraphic(check);
        } else {
            chip.setGraphic(null);
        }
    }

    private void publish() {
        List<T> now = new ArrayList<>();
        chips.forEach((value, chip) -> {
            if (chip.isSelected()) {
                now.add(value);
            }
        });
        selected.set(List.copyOf(now));
    }

    private static ToggleButton chip(String name) {
        ToggleButton chip = new ToggleButton(name);
        chip.getStyleClass().add("chip");
        chip.setAccessibleText(name);
        chip.setWrapText(true);
        chip.setMinHeight(Region.USE_PREF_SIZE);
        return Hyphens.in(chip);
    }
}
