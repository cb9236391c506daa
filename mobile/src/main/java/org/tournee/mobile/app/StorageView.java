package org.tournee.mobile.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.Entry;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.mobile.store.StorageUse;
import org.tournee.mobile.store.StoreException;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.sync.RecordId;

/** What this phone keeps for its worker, how much room that takes, and how much is left. Rules: R-OFF, R-DOC. */
final class StorageView extends PageScreen {

    /** Below it a phone soon refuses to save: some ten photos, and what the system wants for itself. */
    private static final long LITTLE_BYTES = 200_000_000;

    StorageView(Phone phone) {
        super(phone, "storage.title");
    }

    @Override
    protected List<Node> contents() {
        StorageUse use = phone.store().storage();
        List<KeptDocument> here = phone.documents().here();
        List<Node> shown = new ArrayList<>();
        shown.add(Texts.muted(messages.get("storage.why")));
        if (use.freeBytes().orElse(LITTLE_BYTES) < LITTLE_BYTES) {
            shown.add(new Notice(Tone.DUE, messages.get("storage.little")));
        }
        shown.add(kept(use, here));
        letGo(here, shown);
        return shown;
    }

    private Node kept(StorageUse use, List<KeptDocument> here) {
        Card card = new Card(
                row(
                        Material2AL.FOLDER,
                        messages.get(
                                "storage.dossiers", phone.store().dossiers().size()),
                        messages.get("storage.records", use.records(), size(use.fileBytes()))),
                row(Material2AL.DESCRIPTION, messages.get("storage.documents", here.size()), documents(here)),
                row(
                        Material2AL.EDIT,
                        messages.get("storage.drafts", phone.store().drafts().size()),
                        null),
                row(
                        Material2AL.ARROW_UPWARD,
                        messages.get("storage.waiting", phone.store().waiting().operations()),
                        null));
        use.freeBytes()
                .ifPresent(free -> card.getChildren()
                        .add(row(Material2MZ.SD_STORAGE, messages.get("storage.free", size(free)), null)));
        card.getStyleClass().add("card-rows");
        return card;
    }

    private static ListRow row(Ikon icon, String title, @Nullable String detail) {
        return new ListRow(Icons.of(icon), title, detail);
    }

    private String documents(List<KeptDocument> here) {
        return messages.get(
                "storage.documentsWhy", size(bytes(here)), phone.documents().waiting());
    }

    /** What the service holds can go; a page that says nothing of it where there is none. */
    private void letGo(List<KeptDocument> here, List<Node> shown) {
        Set<RecordId> withService = phone.store().dossiers().stream()
                .flatMap(dossier -> dossier.documents().stream())
                .filter(entry -> entry.value().isHeld())
                .map(Entry::id)
                .collect(Collectors.toSet());
        List<KeptDocument> free = here.stream()
                .filter(KeptDocument::isWithServer)
                .filter(document -> withService.contains(document.document()))
                .toList();
        if (!free.isEmpty()) {
            Button button = Buttons.secondary(
                    messages.get("storage.letGo", size(bytes(free))), Material2AL.DELETE, () -> letGo(free));
            button.setId("storage-let-go");
            shown.add(new Card(Texts.body(messages.get("storage.letGoWhy", free.size())), button));
        }
    }

    private void letGo(List<KeptDocument> free) {
        try {
            phone.documents().letGo(free.stream().map(KeptDocument::document).collect(Collectors.toSet()));
            phone.navigator().say(messages.get("storage.gone", size(bytes(free))));
        } catch (StoreException e) {
            phone.navigator().say(messages.get("storage.notGone"));
        }
        show();
    }

    private static long bytes(List<KeptDocument> documents) {
        return documents.stream().mapToLong(KeptDocument::sizeBytes).sum();
    }

    private String size(long bytes) {
        return Sizes.of(bytes, messages);
    }
}
