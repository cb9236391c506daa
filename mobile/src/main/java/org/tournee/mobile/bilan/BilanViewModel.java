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
import org.tournee.bilan.BilanConclusion;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.store.Edit;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** The situation of a household as eight balances, and what it concludes to. Rule: R-BIL. */
public final class BilanViewModel {

    private final Phone phone;
    private final DossierId dossier;
    private final Discretion discretion;
    private final DossierWriter writer;
    private final ChangeListener<Boolean> onDiscretion = (on, was, is) -> lay();
    private final ReadOnlyObjectWrapper<List<Balance>> balances = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ItemForm>> writing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Entry<BilanConclusion>>> conclusion =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<@Nullable LocalDate> comparedWith = new SimpleObjectProperty<>();
    private DossierContents contents;

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
        this.contents = phone.store().dossier(dossier).orElseThrow();
        comparedWith.addListener((on, was, is) -> lay());
        discretion.onProperty().addListener(onDiscretion);
        lay();
    }

    /** Stops listening: the over-the-shoulder switch outlives the page. */
    public void leave() {
        discretion.onProperty().removeListener(onDiscretion);
    }

    /** Reads the dossier again. */
    public void refresh() {
        phone.store().dossier(dossier).ifPresent(fresh -> contents = fresh);
        lay();
    }

    public String householdName() {
        return contents.dossier().value().household().name();
    }

    /** A tap on a side: begins an item there. */
    public void begin(Dimension dimension, Side side) {
        writing.set(Optional.of(new ItemForm(dimension, side)));
    }

    public void giveUpWriting() {
        writing.set(Optional.empty());
    }

    /** Saves the item that is being written, or leaves the reason with it. */
    public void add() {
        writing.get()
                .ifPresent(form -> form.statement().ifPresent(statement -> {
                    BilanItem item = new BilanItem(statement, new BilanItem.Validity(phone.today(), null));
                    Audience audience = form.restricted().get() ? Audience.RESTRICTED : Audience.SERVICE;
                    save(new Edit.Create(RecordKind.BILAN_ITEM, NewRecord.id(), audience, item), this::giveUpWriting);
                }));
    }

    /** It does not hold any more, from today on. Can be taken back by {@link #reopen}. */
    public void close(Entry<BilanItem> item) {
        validity(item, phone.today());
    }

    /** It holds after all. */
    public void reopen(Entry<BilanItem> item) {
        validity(item, null);
    }

    /** Sets what the bilan concludes to, or changes it. */
    public void conclude(BilanConclusion.Orientation orientation, String reason) {
        BilanConclusion after =
                new BilanConclusion(new BilanConclusion.Conclusion(orientation, phone.today(), reason.strip()));
        Edit.Change change = conclusion
                .get()
                .<Edit.Change>map(seen -> new Edit.Update(RecordKind.BILAN_CONCLUSION, seen, after))
                .orElseGet(() -> new Edit.Create(RecordKind.BILAN_CONCLUSION, NewRecord.id(), Audience.SERVICE, after));
        save(change, () -> {});
    }

    /** The days on which something opened or closed, the latest first: what one can compare today with. */
    public List<LocalDate> earlierDays() {
        TreeSet<LocalDate> days = new TreeSet<>(Comparator.reverseOrder());
        for (Entry<BilanItem> item : contents.bilanItems()) {
            LocalDate opened = item.value().validity().openedOn();
            if (opened.isBefore(phone.today())) {
                days.add(opened);
            }
        }
        return List.copyOf(days);
    }

    /** The item as it stands now; what a list showed may be older. */
    private Entry<BilanItem> current(Entry<BilanItem> shown) {
        return contents.bilanItems().stream()
                .filter(entry -> entry.id().equals(shown.id()))
                .findFirst()
                .orElse(shown);
    }

    private void validity(Entry<BilanItem> shown, @Nullable LocalDate closedOn) {
        Entry<BilanItem> item = current(shown);
        BilanItem.Validity after =
                new BilanItem.Validity(item.value().validity().openedOn(), closedOn);
        save(
                new Edit.Update(
                        RecordKind.BILAN_ITEM, item, new BilanItem(item.value().statement(), after)),
                () -> {});
    }

    private void save(Edit.Change change, Runnable then) {
        writer.save(List.of(change), () -> {
            then.run();
            refresh();
        });
    }

    private void lay() {
        balances.set(Arrays.stream(Dimension.values()).map(this::balance).toList());
        conclusion.set(contents.conclusions().stream()
                .filter(discretion::shows)
                .max(Comparator.comparing(entry -> entry.value().conclusion().concludedOn())));
    }

    private Balance balance(Dimension dimension) {
        List<Balance.Weight> shown = new ArrayList<>();
        int hidden = 0;
        for (Entry<BilanItem> entry : contents.bilanItems()) {
            Balance.Standing standing =
                    Balance.Standing.of(entry.value().validity(), phone.today(), comparedWith.get());
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
        return writing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Entry<BilanConclusion>>> conclusion() {
        return conclusion.getReadOnlyProperty();
    }

    /** The day that today is laid over; null for none. */
    public ObjectProperty<@Nullable LocalDate> comparedWith() {
        return comparedWith;
    }
}
