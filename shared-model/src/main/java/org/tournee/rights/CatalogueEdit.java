package org.tournee.rights;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue being edited: what it will be once it is published as the next version. Nothing leaves it: a right that is
 * retired keeps its id and name. Rule: R-CAT.
 */
public record CatalogueEdit(RightsCatalogue published, RightsCatalogue next) {

    private static final int LONGEST_ID = 60;

    /** One in which nothing is changed yet. */
    public static CatalogueEdit of(RightsCatalogue published) {
        return new CatalogueEdit(published, published);
    }

    /** One as it was left, on what is published now: that may have gone on meanwhile. */
    public static CatalogueEdit resumed(RightsCatalogue published, RightsCatalogue left) {
        int version = published.version() + 1;
        List<Right> rights = new ArrayList<>();
        for (Right right : left.rights()) {
            rights.add(published
                    .right(right.id())
                    .map(before -> right.offered(before.since(), until(before, right, version)))
                    .orElseGet(() -> right.offered(version, null)));
        }
        published.rights().stream()
                .filter(right -> left.right(right.id()).isEmpty())
                .forEach(rights::add);
        return new CatalogueEdit(published, published).replaced(rights);
    }

    private static @Nullable Integer until(Right before, Right left, int version) {
        if (before.isRetired()) {
            return before.until();
        }
        return left.isRetired() ? Integer.valueOf(version) : null;
    }

    /** The version that it will be. */
    public int version() {
        return published.version() + 1;
    }

    /** With a right written anew, or added; where it stands between versions is not for the form to say. */
    public CatalogueEdit with(Right right) {
        Right before = next.right(right.id()).orElse(null);
        Right placed = before == null ? right.offered(version(), null) : right.offered(before.since(), before.until());
        List<Right> rights = new ArrayList<>(next.rights());
        if (before == null) {
            rights.add(placed);
        } else {
            rights.set(rights.indexOf(before), placed);
        }
        return replaced(rights);
    }

    /** Without offering a right any more. One that was never published is gone. */
    public CatalogueEdit retired(String id) {
        if (published.right(id).isEmpty()) {
            return replaced(next.rights().stream()
                    .filter(right -> !right.id().equals(id))
                    .toList());
        }
        return changed(id, version());
    }

    /**
     * Offering a right again that this edit retires. One that a published version retired does not come back: what was said
     * meanwhile would look as if it had been offered; it is added anew.
     */
    public CatalogueEdit kept(String id) {
        return mayBeKept(id) ? changed(id, null) : this;
    }

    public boolean mayBeKept(String id) {
        return next.right(id).filter(Right::isRetired).isPresent()
                && published.right(id).filter(right -> !right.isRetired()).isPresent();
    }

    private CatalogueEdit changed(String id, @Nullable Integer until) {
        return replaced(next.rights().stream()
                .map(right -> right.id().equals(id) && (until == null || !right.isRetired())
                        ? right.offered(right.since(), until)
                        : right)
                .toList());
    }

    private CatalogueEdit replaced(List<Right> rights) {
        return new CatalogueEdit(published, new RightsCatalogue(next.catalogue(), next.version(), next.asOf(), rights));
    }

    /** What publishing changes, in the order of the catalogue. */
    public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        for (Right right : next.rights()) {
            published
                    .right(right.id())
                    .<Optional<Difference>>map(before -> difference(before, right))
                    .orElseGet(() -> Optional.of(new Difference.Added(right)))
                    .ifPresent(differences::add);
        }
        return List.copyOf(differences);
    }

    private static Optional<Difference> difference(Right before, Right after) {
        if (after.isRetired() && !before.isRetired()) {
            return Optional.of(new Difference.Retired(before));
        }
        return before.equals(after) ? Optional.empty() : Optional.of(new Difference.Corrected(before, after));
    }

    /** The catalogue as it is published on that day. */
    public RightsCatalogue publishedOn(LocalDate day) {
        return new RightsCatalogue(next.catalogue(), version(), day, next.rights());
    }

    /** An id for a new right, made from its name; no other right has it, be it retired. */
    public String idFor(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String stem = plain.isEmpty() ? "droit" : plain.substring(0, Math.min(LONGEST_ID, plain.length()));
        String id = stem;
        for (int n = 2; next.right(id).isPresent() || published.right(id).isPresent(); n++) {
            id = stem + "-" + n;
        }
        return id;
    }

    /** One thing that a publication changes. */
    public sealed interface Difference {

        /** The right as people know it. */
        Right right();

        record Added(Right right) implements Difference {}

        record Retired(Right right) implements Difference {}

        /** Written anew; {@code before} is what phones have until then. */
        record Corrected(Right before, Right after) implements Difference {

            @Override
            public Right right() {
                return after;
            }
        }
    }
}
