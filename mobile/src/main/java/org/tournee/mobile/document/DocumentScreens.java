package org.tournee.mobile.document;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.app.ScreenFactory;
import org.tournee.mobile.device.Pictures;
import org.tournee.mobile.device.Ways;
import org.tournee.mobile.dossier.DossierStyle;

/** The screens of documents. Rule: R-DOC. */
public final class DocumentScreens implements ScreenFactory {

    private final Ways ways;
    private final Pictures pictures = Pictures.ofDesk();

    public DocumentScreens(Ways ways) {
        this.ways = ways;
    }

    @Override
    public Optional<Screen> screen(Destination destination, Phone phone) {
        if (destination instanceof Destination.Documents documents) {
            DocumentsView view = new DocumentsView(phone, documents.dossier());
            return Optional.of(new Shown(phone.messages().get("document.screen"), view, view::show));
        }
        if (destination instanceof Destination.DocumentPage page) {
            DocumentPageView view = new DocumentPageView(phone, page.dossier(), page.document(), ways.handover());
            return Optional.of(new Shown(phone.messages().get("document.page"), view, view::refresh));
        }
        if (destination instanceof Destination.DocumentForm form) {
            return Optional.of(form(phone, form));
        }
        return Optional.empty();
    }

    private Screen form(Phone phone, Destination.DocumentForm form) {
        DocumentFormViewModel model = new DocumentFormViewModel(
                phone, form.dossier(), form.kind(), form.right(), ways.source(), pictures, Platform::runLater);
        model.saved().addListener((on, was, is) -> {
            phone.navigator().back();
            phone.navigator().say(phone.messages().get("document.saved"));
        });
        return new Shown(
                phone.messages().get("document.form"), new DocumentFormView(model, phone.messages()), () -> {});
    }

    private static final class Shown implements Screen {

        private final String title;
        private final StackPane root;
        private final Runnable again;

        Shown(String title, Region view, Runnable again) {
            this.title = title;
            this.root = DossierStyle.on(new StackPane(view));
            this.again = again;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public Node node() {
            return root;
        }

        @Override
        public void refresh() {
            again.run();
        }
    }
}
