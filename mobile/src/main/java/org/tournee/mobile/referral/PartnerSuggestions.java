package org.tournee.mobile.referral;

import java.util.List;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.directory.Listed;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.directory.PartnerText;
import org.tournee.mobile.draft.TypedText;
import org.tournee.mobile.search.WordSearch;
import org.tournee.mobile.ui.ListRow;

/** Partners of the directory that answer what is typed; a tap takes one over, and free text stays. Rules: R-REL, R-DIR. */
final class PartnerSuggestions extends VBox {

    private static final int MOST = 4;
    private static final int LETTERS = 2;

    private final TypedText partner;
    private final Messages messages;
    private final WordSearch<Listed> search;

    PartnerSuggestions(TypedText partner, Phone phone) {
        this.partner = partner;
        this.messages = phone.messages();
        this.search = PartnerText.search(phone.store().partners(), messages);
        getStyleClass().add("section-body");
        partner.property().addListener((on, was, is) -> show());
        show();
    }

    private void show() {
        String typed = partner.stripped();
        List<Listed> found = typed.length() < LETTERS ? List.of() : search.find(typed);
        boolean chosen = found.stream().anyMatch(listed -> listed.name().equals(typed));
        getChildren()
                .setAll(
                        chosen
                                ? List.of()
                                : found.stream().limit(MOST).map(this::row).toList());
        setManaged(!getChildren().isEmpty());
    }

    private ListRow row(Listed listed) {
        return new ListRow(
                Material2AL.CONTACTS,
                listed.name(),
                PartnerText.line(listed.partner(), messages),
                () -> partner.property().set(listed.name()));
    }
}
