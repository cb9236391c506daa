package org.tournee.mobile.bilan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.dossier.Entry;

/**
 * One dimension as a balance.
 *
 * @param items those that hold on the day shown, or held on the day compared with; in the order of their opening
 * @param hidden how many the over-the-shoulder view keeps back
 */
public record Balance(Dimension dimension, List<Weight> items, int hidden) {

    public Balance {
        items = List.copyOf(items);
    }

    /** One item on it. */
    public record Weight(Entry<BilanItem> entry, Standing standing) {

        public Side side() {
            return Side.of(entry.value().statement().effect());
        }
    }

    /** How an item stands between the two days. */
    public enum Standing {
        /** Holds, and did on the day compared with; or nothing is compared. */
        STAYS,
        /** Holds, and did not then. */
        CAME,
        /** Does not hold any more. */
        WENT;

        /** @param then null where nothing is compared */
        static @Nullable Standing of(BilanItem.Validity validity, LocalDate now, @Nullable LocalDate then) {
            boolean holds = validity.holdsOn(now);
            if (then == null) {
                return holds ? STAYS : null;
            }
            boolean held = validity.holdsOn(then);
            if (holds) {
                return held ? STAYS : CAME;
            }
            return held ? WENT : null;
        }
    }

    public List<Weight> on(Side side) {
        return items.stream().filter(item -> item.side() == side).toList();
    }

    /** How many hold on that side on the day shown. */
    public long holding(Side side) {
        return on(side).stream()
                .filter(item -> item.standing() != Standing.WENT)
                .count();
    }
}
