package org.tournee.mobile.app;

import java.util.List;
import javafx.scene.Node;
import org.tournee.mobile.ui.Page;

/** A screen that is one page, filled again whenever records change. */
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

    @Override
    public final String title() {
        return messages.get(titleKey);
    }

    @Override
    public final Node node() {
        refresh();
        return page;
    }

    @Override
    public final void refresh() {
        page.contents(contents());
    }
}
