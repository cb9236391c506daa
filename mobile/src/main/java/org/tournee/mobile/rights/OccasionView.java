package org.tournee.mobile.rights;

import java.util.Arrays;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.rights.RightsCheckup;

/** What made it happen, and who took the first step; both have a likely value. Rule: R-RDD. */
final class OccasionView extends VBox {

    OccasionView(Phone phone, RightsSweepViewModel model) {
        Messages messages = phone.messages();
        ObjectProperty<RightsCheckup.Trigger> trigger = new SimpleObjectProperty<>(RightsCheckup.Trigger.OTHER_CHANGE);
        ObjectProperty<RightsCheckup.Origin> origin = new SimpleObjectProperty<>(RightsCheckup.Origin.OUTREACH);
        Page page = new Page(
                Texts.title(model.householdName()),
                Texts.body(messages.get("rights.intro", model.sweep().get().size())),
                new Section(
                        messages.get("rights.trigger"),
                        Choices.one(Arrays.asList(RightsCheckup.Trigger.values()), trigger, messages)),
                new Section(
                        messages.get("rights.origin"),
                        Choices.one(Arrays.asList(RightsCheckup.Origin.values()), origin, messages)));
        Button begin = Buttons.primary(
                messages.get("rights.begin"),
                Material2AL.ARROW_FORWARD,
                () -> model.begin(trigger.get(), origin.get()));
        begin.setId("rights-begin");
        page.footer(new RefusalNotice(model.writer().refused(), messages), begin);
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().add(page);
    }
}
