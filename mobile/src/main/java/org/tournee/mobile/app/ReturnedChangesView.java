package org.tournee.mobile.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnedChange;

/** What the service could not take, kept whole, each with its reason and what to do. Rule: R-REC. */
final class ReturnedChangesView implements Screen {

    private final Phone phone;
    private final Messages messages;
    private final Page page = new Page();

    ReturnedChangesView(Phone phone) {
        this.phone = phone;
        this.messages = phone.messages();
        refresh();
    }

    @Override
    public String title() {
        return messages.get("returned.title");
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void refresh() {
        List<Node> shown = new ArrayList<>();
        List<Entry<ReturnedChange>> all = phone.store().returnedChanges();
        if (all.isEmpty()) {
            shown.add(new EmptyState(
                    Material2AL.CHECK_CIRCLE, messages.get("returned.none"), messages.get("returned.noneWhy")));
        } else {
            shown.add(Texts.muted(messages.get("returned.why")));
        }
        all.forEach(entry -> shown.add(card(entry.value())));
        page.contents(shown);
    }

    private Card card(ReturnedChange change) {
        ReturnedChange.Origin origin = change.origin();
        Card card = new Card(Texts.strong(what(origin)), Texts.muted(where(origin))).toned(Tone.CONFLICT);
        card.getChildren()
                .add(Texts.body(
                        messages.get("returnReason." + change.refusal().reason().name())));
        DossierId dossier = origin.dossierId();
        if (dossier != null && phone.store().dossier(dossier).isPresent()) {
            card.getChildren()
                    .add(Buttons.secondary(
                            messages.get("returned.open"),
                            Material2AL.ARROW_FORWARD,
                            () -> phone.navigator().open(new Destination.DossierPage(dossier))));
        }
        return card;
    }

    private String what(ReturnedChange.Origin origin) {
        String kind = origin.kind();
        return kind == null
                ? messages.get("returned.unknown")
                : RecordKind.ofCode(kind).map(messages::of).orElseGet(() -> messages.get("returned.unknown"));
    }

    private String where(ReturnedChange.Origin origin) {
        String household = household(origin.dossierId());
        Instant when = origin.occurredAt();
        return when == null ? household : household + ", " + DateTexts.of(phone).moment(when);
    }

    private String household(@Nullable DossierId dossier) {
        String elsewhere = messages.get("returned.elsewhere");
        return dossier == null
                ? elsewhere
                : phone.store()
                        .dossier(dossier)
                        .map(contents -> contents.dossier().value().household().name())
                        .orElse(elsewhere);
    }
}
