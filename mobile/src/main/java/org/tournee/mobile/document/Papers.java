package org.tournee.mobile.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.store.Edit;
import org.tournee.rights.RightCheck;
import org.tournee.sync.RecordKind;

/** The papers that rights ask for, by the words of the catalogue. Rules: R-DOC, R-RDD. */
final class Papers {

    private static final int MOST_SHOWN = 6;

    private Papers() {}

    /** Those that the catalogue asks for most. */
    static List<String> usual(Phone phone) {
        Map<String, Long> asked = phone.store().catalogue().offered().stream()
                .flatMap(each -> each.documents().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return asked.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(MOST_SHOWN)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A paper is there: the rights that it was asked for ask for it no more. */
    static List<Edit.Change> answered(DossierContents contents, Collection<String> rights, String kind) {
        List<Edit.Change> changes = new ArrayList<>();
        for (Entry<RightCheck> entry : contents.rightChecks()) {
            RightCheck check = entry.value();
            boolean asks = rights.contains(check.subject().rightId())
                    && check.documentsMissing().contains(kind);
            if (asks && check.followUp() != null) {
                List<String> left = new ArrayList<>(check.documentsMissing());
                left.remove(kind);
                RightCheck after = check.followed(check.followUp(), new RightCheck.Documents(left));
                changes.add(new Edit.Update(RecordKind.RIGHT_CHECK, entry, after));
            }
        }
        return changes;
    }
}
