package org.tournee.mobile.app;

import java.util.List;
import javafx.scene.Node;
import org.tournee.mobile.ui.Page;

/** A screen that is one page, filled first when it is shown and again whenever records change. */
public abstract class PageScreen implements Screen {

    protected final Phone phone;
    protected final Messages messages;
    protected final Page page = new Page();
    private final String titleKey;

    protected PageScreen(Phone phone, String titleKey) {
        this.phone = phone;
        this.messages = phone.messages();
        this.titleKey = titleKey;
    }

    /** What the page holds now. */
    protected abstract List<Node> contents();

    /** Whether it tells of all dossiers: until they are typed it says so, and nothing that is not whole. */
    protected boolean tellsOfAll() {
        return false;
    }

    @Override
    public final String title() {
        return messages.get(titleKey);
    }

    @Override
    public final Node node() {
        show();
        return page;
    }

    /** Fills the page anew. */
    protected final void show() {
        boolean waits = tellsOfAll() && !phone.store().isTyped();
        page.contents(waits ? List.of(StillReading.notice(messages)) : contents());
    }

    /** Fills the page anew; a screen with a model has the model read again, and is filled when that tells. */
    @Override
    public void refresh() {
        show();
    }
}
