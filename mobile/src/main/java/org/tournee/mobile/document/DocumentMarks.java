package org.tournee.mobile.document;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.mobile.store.StoreException;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Tone;

/** What is said of a document in a few words: where its bytes are, until when it serves; and its small picture. */
final class DocumentMarks {

    private static final double THUMB = 56;

    private final Phone phone;

    DocumentMarks(Phone phone) {
        this.phone = phone;
    }

    Mark standing(DocumentLine line) {
        return switch (line.standing()) {
            case WAITING -> mark(Tone.ACCENT, Material2AL.ARROW_UPWARD, "document.waiting");
            case SENDING ->
                mark(
                        Tone.ACCENT,
                        Material2MZ.SYNC,
                        "document.sending",
                        line.kept().map(KeptDocument::percent).orElse(0));
            case REFUSED -> mark(Tone.CONFLICT, Material2MZ.REPORT_PROBLEM, "document.refused");
            case HELD -> mark(Tone.DONE, Material2AL.CHECK_CIRCLE, "document.held");
            case FETCHING -> mark(Tone.ACCENT, Material2AL.ARROW_DOWNWARD, "document.fetching");
            case WITH_COLLEAGUE -> mark(Tone.NEUTRAL, Material2AL.HOURGLASS_EMPTY, "document.withColleague");
        };
    }

    /** Until when it serves. */
    Mark expiry(LocalDate last) {
        LocalDate today = phone.today();
        String day = DateTexts.of(phone).day(last);
        if (today.isAfter(last)) {
            return mark(Tone.LATE, Material2AL.EVENT_BUSY, "document.expired", day);
        }
        int soon =
                phone.store().profile().on(today).reminders().documentExpiring().value();
        boolean near = !today.isBefore(last.minusDays(soon));
        return mark(near ? Tone.DUE : Tone.NEUTRAL, Material2AL.EVENT, "document.until", day);
    }

    /** Its picture where it is one and here; else what kind of thing it is. */
    Node thumb(DocumentLine line) {
        StackPane frame = new StackPane(
                Icons.large(line.document().content().isPicture() ? Material2AL.IMAGE : Material2AL.DESCRIPTION));
        frame.getStyleClass().add("document-thumb");
        frame.setMinSize(THUMB, THUMB);
        frame.setMaxSize(THUMB, THUMB);
        if (line.isHere() && line.document().content().isPicture()) {
            picture(line, THUMB * 2).ifPresent(image -> {
                ImageView view = new ImageView(image);
                view.setPreserveRatio(true);
                view.setFitWidth(THUMB);
                view.setFitHeight(THUMB);
                frame.getChildren().setAll(view);
            });
        }
        return frame;
    }

    /** The picture, upright and as wide as asked for; empty where it cannot be read, which the page says elsewhere. */
    Optional<Image> picture(DocumentLine line, double width) {
        try {
            return line.kept().flatMap(kept -> picture(phone.documents().all(kept), width));
        } catch (StoreException e) {
            return Optional.empty();
        }
    }

    private static Optional<Image> picture(byte[] bytes, double width) {
        Orientation orientation = TakenIn.orientation(bytes);
        boolean lying = orientation.isLying();
        Image stored = new Image(new ByteArrayInputStream(bytes), lying ? 0 : width, lying ? width : 0, true, true);
        return stored.isError() ? Optional.empty() : Optional.of(orientation.upright(stored));
    }

    private Mark mark(Tone tone, org.kordamp.ikonli.Ikon icon, String key, Object... places) {
        return new Mark(tone, icon, phone.messages().get(key, places));
    }
}
