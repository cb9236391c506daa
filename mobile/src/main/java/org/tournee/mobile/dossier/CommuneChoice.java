package org.tournee.mobile.dossier;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tournee.mobile.search.Plain;
import org.tournee.organisation.Commune;
import org.tournee.organisation.ShippedCommunes;

/** Finds a commune as one types its name or postcode, accents forgiven; works without a network. Rule: R-OFF. */
public final class CommuneChoice {

    private static final int MOST_SHOWN = 5;

    private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final StringProperty postcode;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Commune>> found = new ReadOnlyObjectWrapper<>(List.of());
    private List<Commune> all = List.of();

    /** @param postcode follows the commune where that has only one, or none that is typed already */
    public CommuneChoice(StringProperty postcode) {
        this.postcode = postcode;
        query.addListener((on, was, is) -> found.set(matches(Plain.text(is.strip()))));
    }

    /** Offers the communes around that one, without choosing any. */
    public void lookAround(String communeCode) {
        if (all.isEmpty()) {
            all = ShippedCommunes.around(communeCode);
        }
    }

    /** Shows one as chosen, and offers those around. */
    public void show(String communeCode, String communeName) {
        lookAround(communeCode);
        code.set(communeCode);
        name.set(communeName);
    }

    private List<Commune> matches(String typed) {
        return typed.isEmpty()
                ? List.of()
                : all.stream()
                        .filter(commune -> Plain.answers(Plain.text(commune.name()), typed)
                                || commune.postcodes().stream().anyMatch(known -> known.startsWith(typed)))
                        .limit(MOST_SHOWN)
                        .toList();
    }

    /** Takes a commune; what was typed to find it is done with. */
    public void choose(Commune commune) {
        show(commune.code(), commune.name());
        if (!commune.postcodes().contains(postcode.get().strip())) {
            postcode.set(commune.postcodes().get(0));
        }
        query.set("");
    }

    /** Whether this phone knows the communes around. */
    public boolean mayChoose() {
        return !all.isEmpty();
    }

    /** What one types to find it. */
    public StringProperty query() {
        return query;
    }

    /** A few that answer what was typed. */
    public ReadOnlyObjectProperty<List<Commune>> found() {
        return found.getReadOnlyProperty();
    }

    /** The INSEE code of the commune that is chosen. */
    public ReadOnlyStringProperty code() {
        return code.getReadOnlyProperty();
    }

    /** The name of the commune that is chosen. */
    public ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }
}
