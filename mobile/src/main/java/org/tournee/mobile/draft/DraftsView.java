package org.tournee.mobile.draft;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Texts;

/** Everything that was left half written, in all dossiers. Rule: R-OFF. */
public final class DraftsView implements Screen {

    private final Phone phone;
    private final Page page = new Page();

    public DraftsView(Phone phone) {
        this.phone = phone;
        refresh();
    }

    @Override
    public String title() {
        return phone.messages().get("drafts.title");
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void refresh() {
        List<Node> shown = new ArrayList<>();
        List<OpenDraft> all = OpenDraft.all(phone);
        shown.add(
                all.isEmpty()
                        ? new EmptyState(
                                Material2AL.EDIT,
                                phone.messages().get("drafts.none"),
                                phone.messages().get("drafts.noneWhy"))
                        : Texts.muted(phone.messages().get("drafts.why")));
        all.forEach(draft -> shown.add(new DraftRow(draft, phone, this::refresh)));
        page.contents(shown);
    }
}
