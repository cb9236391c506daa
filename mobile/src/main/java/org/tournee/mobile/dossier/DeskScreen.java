package org.tournee.mobile.dossier;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.ui.Page;

/** The screen of one part of a dossier: one page, laid anew whenever its desk says so. */
public abstract class DeskScreen implements Screen {

    protected final DossierDesk desk;
    protected final Phone phone;
    protected final Messages messages;
    protected final DateTexts dates;
    private final Page page = new Page();
    private final StackPane root = DossierStyle.on(new StackPane(page));
    private final String title;
    private final List<Node> head;

    /** An empty page; {@link #begin()} fills it once the screen is made. */
    protected DeskScreen(DossierDesk desk, String title) {
        this.desk = desk;
        this.phone = desk.phone();
        this.messages = phone.messages();
        this.dates = DateTexts.of(phone);
        this.title = title;
        this.head = List.of(
                DiscreetToggle.notice(desk.discretion(), messages),
                new RefusalNotice(desk.writer().refused(), messages));
    }

    /** Fills the page, and again at every change; called once, at the end of the screen's making. */
    protected final void begin() {
        desk.onChange(this::show);
        show();
    }

    private void show() {
        List<Node> nodes = new ArrayList<>(head);
        nodes.addAll(contents());
        page.contents(nodes);
    }

    /** What the page holds now. */
    protected abstract List<Node> contents();

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final Node node() {
        return root;
    }

    @Override
    public final List<Node> actions() {
        return List.of(new DiscreetToggle(desk.discretion(), messages));
    }

    @Override
    public final void refresh() {
        desk.refresh();
    }

    @Override
    public final void leave() {
        desk.leave();
    }
}
