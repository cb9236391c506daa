package org.tournee.mobile.contact;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Flow;
import org.tournee.mobile.ui.Texts;
import org.tournee.profile.OrganisationProfile.Outline;

/** What the organisation's narratives may begin with: a tap writes it under what is there already. Rule: R-CON. */
final class NarrativeOutlines extends VBox {

    NarrativeOutlines(List<Outline> outlines, TextInputControl narrative, Messages messages) {
        getStyleClass().add("section-body");
        Flow flow = new Flow();
        for (Outline outline : outlines) {
            Button button = Buttons.quiet(outline.title(), Material2AL.ADD, () -> write(outline, narrative));
            button.setId("outline-" + outline.title());
            button.setAccessibleText(messages.get("contact.outline.use", outline.title()));
            flow.add(button);
        }
        getChildren().addAll(Texts.small(messages.get("contact.outline")), flow);
    }

    /** The cursor stands behind its first line: there one goes on. */
    private static void write(Outline outline, TextInputControl narrative) {
        String said = narrative.getText().stripTrailing();
        String before = said.isEmpty() ? "" : said + "\n";
        narrative.setText(before + outline.text());
        int firstLine = outline.text().indexOf('\n');
        narrative.requestFocus();
        narrative.positionCaret(
                before.length() + (firstLine < 0 ? outline.text().length() : firstLine));
    }
}
