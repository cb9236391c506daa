package org.tournee.mobile.contact;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;

/** Puts the messages of the contact form beside the fields that they are about. */
final class FieldErrors {

    private final ReadOnlyObjectProperty<Map<ContactCheck.Field, String>> wrong;
    private final Messages messages;

    FieldErrors(ReadOnlyObjectProperty<Map<ContactCheck.Field, String>> wrong, Messages messages) {
        this.wrong = wrong;
        this.messages = messages;
    }

    /** Shows the message of a text field under it. */
    void under(Field field, ContactCheck.Field about) {
        wrong.addListener((on, was, is) -> field.error(text(is.get(about))));
        field.error(text(wrong.get().get(about)));
    }

    /** A line for what is no text field, such as chips; takes no room while nothing is wrong. */
    Node line(ContactCheck.Field about) {
        VBox line = new VBox();
        wrong.addListener((on, was, is) -> show(line, is.get(about)));
        show(line, wrong.get().get(about));
        return line;
    }

    /** Runs when one of these fields becomes wrong. */
    void whenWrong(List<ContactCheck.Field> about, Runnable then) {
        wrong.addListener((on, was, is) -> {
            if (about.stream().anyMatch(is::containsKey)) {
                then.run();
            }
        });
    }

    private void show(VBox line, @Nullable String key) {
        line.getChildren().clear();
        if (key != null) {
            HBox error = new HBox(Icons.of(Tone.CONFLICT.icon(), Tone.CONFLICT), Texts.body(messages.get(key)));
            error.getStyleClass().add("field-error");
            line.getChildren().add(error);
        }
        line.setManaged(key != null);
    }

    private @Nullable String text(@Nullable String key) {
        return key == null ? null : messages.get(key);
    }
}
