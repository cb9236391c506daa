package org.tournee.mobile.app;

import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;

/** Says what logging out does before it is done. */
final class LogOutView implements Screen {

    private final Phone phone;
    private final Page page;

    LogOutView(Phone phone, PhoneDoor door) {
        this.phone = phone;
        Messages messages = phone.messages();
        int waiting = phone.store().waiting().operations();
        this.page = new Page(
                        Texts.body(messages.get("logOut.why")),
                        new Notice(
                                waiting == 0 ? Tone.DONE : Tone.ACCENT,
                                waiting == 0
                                        ? messages.get("logOut.nothingWaits")
                                        : messages.get("logOut.waits", waiting)))
                .footer(Buttons.primary(messages.get("logOut.do"), Material2AL.EXIT_TO_APP, door::logOut));
    }

    @Override
    public String title() {
        return phone.messages().get("logOut.title");
    }

    @Override
    public Node node() {
        return page;
    }
}
