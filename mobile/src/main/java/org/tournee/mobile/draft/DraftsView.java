package org.tournee.mobile.draft;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.PageScreen;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Texts;

/** Everything that was left half written, in all dossiers. Rule: R-OFF. */
public final class DraftsView extends PageScreen {

    public DraftsView(Phone phone) {
        super(phone, "drafts.title");
    }

    @Override
    protected List<Node> contents() {
        List<Node> shown = new ArrayList<>();
        List<OpenDraft> all = OpenDraft.all(phone);
        shown.add(
                all.isEmpty()
                        ? new EmptyState(Material2AL.EDIT, messages.get("drafts.none"), messages.get("drafts.noneWhy"))
                        : Texts.muted(messages.get("drafts.why")));
        all.forEach(draft -> shown.add(new DraftRow(draft, phone, this::refresh)));
        return shown;
    }
}
