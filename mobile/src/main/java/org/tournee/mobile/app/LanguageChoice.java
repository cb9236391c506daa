package org.tournee.mobile.app;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.tournee.mobile.ui.ChipGroup;

/** The languages, each by its own name: whoever cannot read the present one finds theirs. */
final class LanguageChoice extends StackPane {

    /** @param speak called with another language than the present one */
    LanguageChoice(Language now, Messages messages, Consumer<Language> speak) {
        ChipGroup<Language> languages = ChipGroup.one(Arrays.asList(Language.values()), messages::of);
        languages.setId("languages");
        languages.select(List.of(now));
        languages
                .selectedProperty()
                .addListener(
                        (source, was, is) -> languages.choice().ifPresentOrElse(speak, () -> languages.select(was)));
        getChildren().add(languages);
    }
}
