package org.tournee.mobile.directory;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.contact.Topic;
import org.tournee.directory.Listed;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.PageScreen;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.SearchLine;
import org.tournee.mobile.ui.Texts;

/** The directory: searched under the thumb, by what they help with; and that nobody in it meets a need. Rule: R-DIR. */
final class DirectoryScreen extends PageScreen {

    /** So many lines at once: each is a node of its own. */
    private static final int MOST = 40;

    private final DirectoryViewModel model;
    private boolean all;
    private final ChipGroup<Topic> topics;

    DirectoryScreen(Phone phone) {
        super(phone, "directory.title");
        this.model = new DirectoryViewModel(phone);
        this.topics = ChipGroup.one(model.topics(), messages::of);
        topics.selectedProperty()
                .addListener((on, was, is) -> model.topicProperty().set(topics.choice()));
        page.footer(new SearchLine("directory-search", messages.get("directory.search"), model.queryProperty()));
        model.found().addListener((on, was, is) -> {
            all = false;
            show();
        });
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    protected List<Node> contents() {
        List<Node> shown = new ArrayList<>();
        if (model.isEmpty()) {
            shown.add(new EmptyState(
                    Material2AL.CONTACTS, messages.get("directory.none"), messages.get("directory.noneWhy")));
        } else {
            shown.add(topics);
            shown.add(Texts.small(
                    messages.get("directory.count", model.found().get().size())));
            List<Listed> found = model.found().get();
            found.stream().limit(all ? Integer.MAX_VALUE : MOST).forEach(listed -> shown.add(row(listed)));
            if (!all && found.size() > MOST) {
                shown.add(
                        Buttons.secondary(messages.get("directory.all", found.size()), Material2AL.EXPAND_MORE, () -> {
                            all = true;
                            show();
                        }));
            }
            if (model.found().get().isEmpty()) {
                shown.add(Texts.muted(messages.get("directory.notFound")));
            }
        }
        shown.add(Buttons.secondary(
                messages.get("directory.need"),
                Material2AL.HELP_OUTLINE,
                () -> phone.navigator().open(new Destination.DirectoryNoteFor(null))));
        return shown;
    }

    private ListRow row(Listed listed) {
        return new ListRow(
                Material2MZ.PLACE,
                listed.name(),
                PartnerText.line(listed.partner(), messages),
                () -> phone.navigator().open(new Destination.PartnerPage(listed.id())));
    }
}
