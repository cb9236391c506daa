package org.tournee.mobile.bilan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** The situation of a household as eight balances. Rule: R-BIL. */
public final class BilanViewModel {

    private final Phone phone;
    private final DossierId dossier;
    private final Discretion discretion;
    private final DossierWriter writer;
    private final ChangeListener<Boolean> onDiscretion = (on, was, is) -> lay();
    private final ReadOnlyObjectWrapper<List<Balance>> balances = new ReadOnlyObjectWrapper<>(List.of());
    private final Writing<ItemForm> writing;
    private final ItemDrafts drafts;
    private final ObjectProperty<@Nullable LocalDate> comparedWith = new SimpleObjectProperty<>();
    private final ObjectProperty<LocalDate> shownOn = new SimpleObjectProperty<>();
    private DossierContents contents;
    private LocalDate today;

    /**
     * Reads the dossier as the phone has it now.
     *
     * @param screen runs what touches properties: the screen's thread, or inline in tests
     * @throws java.util.NoSuchElementException when the phone does not hold the dossier
     */
    public BilanViewModel(Phone phone, DossierId dossier, Discretion discretion, Executor screen) {
        this.phone = phone;
        this.dossier = dossier;
        this.discretion = discretion;
        this.writer = new DossierWriter(phone, dossier, screen);
        this.drafts = new ItemDrafts(phone, dossier, screen);
        this.writing = new Writing<>();
        this.contents = phone.store().dossier(dossier).orElseThrow();
        this.today = phone.today();
        shownOn.set(today);
        comparedWith.addListener((on, was, is) -> lay());
        shownOn.addListener((on, was, is) -> lay());
        discretion.onProperty().addListener(onDiscretion);
        lay();
        resume();
    }

    /** Offers what was being written when the page was left. */
    private void resume() {
        drafts.unfinished(contents).stream().findFirst().ifPresent(kept -> begin(kept.dimension(), kept.side()));
    }

    /** Stops listening: the over-the-shoulder switch outlives the page. */
    public void leave() {
        discretion.onProperty().removeListener(onDiscretion);
    }

    /** Reads the dossier again; a page that is open over midnight shows the new day. */
    public void refresh() {
        phone.store().dossier(dossier).ifPresent(fresh -> contents = fresh);
        LocalDate before = today;
        today = phone.today();
        if (shownOn.get().equals(before)) {
            shownOn.set(today);
        }
        lay();
    }

    public String householdName() {
        return contents.dossier().value().household().name();
    }

    /** A tap on a side: begins an item there, or goes on with the one that was left there. */
    public void begin(Dimension dimension, Side side) {
        writing.begin(drafts.form(dimension, side));
    }

    /** The items that wait to be gone on with, without the one whose form is open. */
    public List<ItemDraft> waiting() {
        return drafts.unfinished(contents).stream()
                .filter(kept -> writing.form()
                        .get()
                        .filter(open -> open.dimension() == kept.dimension() && open.side() == kept.side())
                        .isEmpty())
                .toList();
    }

    /** Closes the form and throws its draft away; can be undone for a moment. */
    public void giveUpWriting() {
        writing.giveUp(open -> drafts.form(open.dimension(), open.side()));
    }

    /** Saves the item that is being written, or leaves the reason with it. */
    public void add() {
        writing.form()
                .get()
                .ifPresent(form -> form.statement().ifPresent(statement -> {
                    BilanItem item = new BilanItem(statement, new BilanItem.Validity(phone.today(), null));
                    Audience audience = form.restricted().get() ? Audience.RESTRICTED : Audience.SERVICE;
                    writer.saveUndoably(
                            List.of(new Edit.Create(RecordKind.BILAN_ITEM, form.id(), audience, item)),
                            phone.messages().get("bilan.item.added"),
                            () -> {
                                writing.done(form);
                                refresh();
                            });
                }));
    }

    /** It does not hold any more, from today on; can be undone for a moment, or taken back by {@link #reopen}. */
    public void close(Entry<BilanItem> item) {
        validity(item, phone.today(), "bilan.item.closed");
    }

    /** It holds after all. */
    public void reopen(Entry<BilanItem> item) {
        validity(item, null, "bilan.item.reopened");
    }

    /** The days on which something opened or closed, the latest first: what one can compare today with. */
    public List<LocalDate> earlierDays() {
        TreeSet<LocalDate> days = new TreeSet<>(Comparator.reverseOrder());
        for (Entry<BilanItem> item : contents.bilanItems()) {
            BilanItem.Validity validity = item.value().validity();
            days.add(validity.openedOn());
            if (validity.closedOn() != null) {
                days.add(validity.closedOn());
            }
        }
        return List.copyOf(days.tailSet(phone.today(), false));
    }

    /** The days that may be laid over the one compared with: today, then the later ones of those days. */
    public List<LocalDate> laterDays() {
        LocalDate then = comparedWith.get();
        List<LocalDate> days = new ArrayList<>(List.of(phone.today()));
        if (then != null) {
            earlierDays().stream().filter(day -> day.isAfter(then)).forEach(days::add);
        }
        return days;
    }

    /** The item as it stands now; what a list showed may be older. */
    private Entry<BilanItem> current(Entry<BilanItem> shown) {
        return contents.bilanItems().stream()
                .filter(entry -> entry.id().equals(shown.id()))
                .findFirst()
                .orElse(shown);
    }

    private void validity(Entry<BilanItem> shown, @Nullable LocalDate closedOn, String said) {
        Entry<BilanItem> item = current(shown);
        BilanItem.Validity after =
                new BilanItem.Validity(item.value().validity().openedOn(), closedOn);
        Edit.Change change = new Edit.Update(
                RecordKind.BILAN_ITEM, item, new BilanItem(item.value().statement(), after));
        writer.saveUndoably(List.of(change), phone.messages().get(said), this::refresh);
    }

    private void lay() {
        balances.set(Arrays.stream(Dimension.values()).map(this::balance).toList());
    }

    private Balance balance(Dimension dimension) {
        List<Balance.Weight> shown = new ArrayList<>();
        int hidden = 0;
        for (Entry<BilanItem> entry : contents.bilanItems()) {
            Balance.Standing standing =
                    Balance.Standing.of(entry.value().validity(), shownOn.get(), comparedWith.get());
            if (entry.value().statement().dimension() != dimension || standing == null) {
                continue;
            }
            if (discretion.showsItem(entry)) {
                shown.add(new Balance.Weight(entry, standing));
            } else {
                hidden++;
            }
        }
        shown.sort(
                Comparator.comparing(weight -> weight.entry().value().validity().openedOn()));
        return new Balance(dimension, shown, hidden);
    }

    public Discretion discretion() {
        return discretion;
    }

    public DossierWriter writer() {
        return writer;
    }

    public ReadOnlyObjectProperty<List<Balance>> balances() {
        return balances.getReadOnlyProperty();
    }

    /** The item that is being written; empty while none is. */
    public ReadOnlyObjectProperty<Optional<ItemForm>> writing() {
        return writing.form();
    }

    /** The day that is shown; today, unless another one is laid over an earlier one. */
    public ObjectProperty<LocalDate> shownOn() {
        return shownOn;
    }

    /** The day that the one shown is laid over; null for none. */
    public ObjectProperty<@Nullable LocalDate> comparedWith() {
        return comparedWith;
    }
}
