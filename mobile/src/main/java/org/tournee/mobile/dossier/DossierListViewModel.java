package org.tournee.mobile.dossier;

import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tournee.dossier.DossierStatus;
import org.tournee.mobile.app.Phone;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.Segment;

/** The dossiers of the phone, narrowed by what one types and by a filter. */
final class DossierListViewModel {

    /** What the chips offer. */
    enum Filter {
        ALL,
        /** A contact is due, or past its day. */
        TO_SEE,
        A,
        B,
        C;

        boolean lets(DossierLine line) {
            return switch (this) {
                case ALL -> true;
                case TO_SEE -> line.wantsContact();
                case A -> line.segment() == Segment.A;
                case B -> line.segment() == Segment.B;
                case C -> line.segment() == Segment.C;
            };
        }
    }

    private final Phone phone;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final ObservableList<DossierLine> lines = FXCollections.observableArrayList();
    private List<DossierLine> all = List.of();

    DossierListViewModel(Phone phone) {
        this.phone = phone;
        query.addListener((source, was, is) -> narrow());
        filter.addListener((source, was, is) -> narrow());
        refresh();
    }

    StringProperty queryProperty() {
        return query;
    }

    ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    /** What the list shows now, by household name. */
    ObservableList<DossierLine> lines() {
        return lines;
    }

    /** How many open dossiers the phone holds. */
    int heldCount() {
        return all.size();
    }

    void refresh() {
        LocalDate today = phone.today();
        OrganisationProfile profile = phone.store().profile();
        all = phone.store().held().stream()
                .filter(held -> held.dossier().status().status() == DossierStatus.OPEN)
                .map(held -> new DossierLine(held, today, profile))
                .toList();
        narrow();
    }

    /** Whether what is asked for is known only once all dossiers are typed, and they are not yet. */
    boolean isWaiting() {
        boolean whole = filter.get() == Filter.ALL && query.get().isBlank();
        return !whole && !phone.store().isTyped();
    }

    private void narrow() {
        if (isWaiting()) {
            lines.clear();
            return;
        }
        String typed = query.get().strip();
        lines.setAll(all.stream()
                .filter(filter.get()::lets)
                .filter(line -> line.answers(typed))
                .toList());
    }
}
