package org.tournee.mobile.conflict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.ui.TextDifference;
import org.tournee.sync.Conflict;

/**
 * One value of a conflict and whose it is.
 *
 * @param current whether it is the one that stands until somebody settles
 * @param author as people read it
 * @param mine whether the phone's worker wrote it
 * @param occurredAt when its author says that it was made; null where they do not
 */
public record VariantCard(
        String variant,
        boolean current,
        String author,
        boolean mine,
        @Nullable Instant occurredAt,
        Instant receivedAt,
        List<Field> fields) {

    public VariantCard {
        fields = List.copyOf(fields);
    }

    /**
     * One field of a card.
     *
     * @param value cut where it differs from the other card
     * @param differs whether the other card has another value, be it only words that are missing here
     */
    public record Field(GroupText.Line line, List<TextDifference.Stretch> value, boolean differs) {

        public Field {
            value = List.copyOf(value);
        }
    }

    /** One card a value, each held against the current one, which is held against the last. */
    static List<VariantCard> all(List<Conflict.Variant> variants, Phone phone) {
        GroupText text = new GroupText(phone);
        List<VariantCard> cards = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            Conflict.Variant variant = variants.get(i);
            Conflict.Variant other = variants.get(i == 0 ? variants.size() - 1 : 0);
            cards.add(new VariantCard(
                    variant.id(),
                    i == 0,
                    Names.of(phone, variant.author()),
                    phone.store().worker().equals(variant.author()),
                    variant.occurredAt(),
                    variant.receivedAt(),
                    fields(text.lines(variant.value()), text.lines(other.value()))));
        }
        return List.copyOf(cards);
    }

    /** What this value says, then what only the other one says: a field taken away is a difference as well. */
    private static List<Field> fields(List<GroupText.Line> lines, List<GroupText.Line> others) {
        List<Field> fields = new ArrayList<>();
        for (GroupText.Line line : lines) {
            String other = valueOf(line.field(), others);
            fields.add(new Field(
                    line,
                    TextDifference.mark(line.value(), other),
                    !line.value().equals(other)));
        }
        others.stream()
                .filter(other -> !lines.isEmpty() && !other.value().isEmpty())
                .filter(other -> lines.stream().noneMatch(line -> line.field().equals(other.field())))
                .forEach(other -> fields.add(new Field(other.emptied(), List.of(), true)));
        return fields;
    }

    private static String valueOf(String field, List<GroupText.Line> lines) {
        return lines.stream()
                .filter(line -> line.field().equals(field))
                .map(GroupText.Line::value)
                .findFirst()
                .orElse("");
    }
}
