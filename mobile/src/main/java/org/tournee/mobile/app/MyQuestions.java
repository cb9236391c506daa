package org.tournee.mobile.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Tone;
import org.tournee.organisation.WorkerId;
import org.tournee.question.Question;

/** What colleagues ask this worker and nobody answered yet. Rules: R-ASK, R-REF. */
final class MyQuestions {

    private MyQuestions() {}

    /** One, and the dossier it is on. */
    record Asked(DossierContents dossier, Question question) {

        ListRow row(Phone phone) {
            return new ListRow(
                    Icons.of(Material2AL.HELP_OUTLINE, Tone.DUE),
                    dossier.dossier().value().household().name(),
                    question.asked().text(),
                    () -> phone.navigator().open(new Destination.Questions(dossier.id(), null)));
        }
    }

    /**
     * The longest waiting first: those to this worker, and those to nobody in particular where they stand in, or are the
     * referent and nobody does.
     */
    static List<Asked> of(Phone phone) {
        return phone.store().dossiers().stream()
                .flatMap(dossier -> dossier.questions().stream()
                        .filter(entry -> isMine(entry, dossier, phone))
                        .map(entry -> new Asked(dossier, entry.value())))
                .sorted(Comparator.comparing(one -> one.question().asked().askedOn()))
                .toList();
    }

    private static boolean isMine(Entry<Question> entry, DossierContents dossier, Phone phone) {
        WorkerId me = phone.store().worker();
        boolean own = entry.author() == null || me.equals(entry.author()); // what is still to be sent has no author yet
        return !own
                && entry.value().answer() == null
                && Optional.ofNullable(entry.value().subject().to())
                        .or(() -> dossier.answeringOn(phone.today()))
                        .filter(me::equals)
                        .isPresent();
    }
}
