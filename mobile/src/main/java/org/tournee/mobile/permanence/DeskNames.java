package org.tournee.mobile.permanence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Phone;
import org.tournee.reception.CollectiveSession;
import org.tournee.reception.DeskDay;
import org.tournee.reception.RegisterContents;
import org.tournee.reception.WalkIn;
import org.tournee.sync.RecordId;

/** How people call what lies in a register: who came and when, which desk on which day, which action. Rules: R-PER, R-COL. */
final class DeskNames {

    private final Phone phone;
    private final RegisterContents register;
    private final DateTexts dates;

    private DeskNames(Phone phone, RegisterContents register) {
        this.phone = phone;
        this.register = register;
        this.dates = DateTexts.of(phone);
    }

    /** The name of that record; of one that was taken away, only that it is of the desks. */
    static String of(Phone phone, RegisterContents register, RecordId record) {
        DeskNames names = new DeskNames(phone, register);
        return name(register.walkIns(), record, names::of)
                .or(() -> name(register.days(), record, names::of))
                .or(() -> name(
                        register.liaisons(),
                        record,
                        sheet -> names.visitor(sheet.message().visitor())))
                .or(() -> name(
                        register.actions(), record, action -> action.theme().title()))
                .or(() -> name(register.sessions(), record, names::of))
                .orElseGet(() -> phone.messages().get("reception.title"));
    }

    private static <T> Optional<String> name(List<Entry<T>> entries, RecordId record, Function<T, String> name) {
        return entries.stream()
                .filter(entry -> entry.id().equals(record))
                .findFirst()
                .map(entry -> name.apply(entry.value()));
    }

    private String of(WalkIn walkIn) {
        return visitor(walkIn.visitor().name()) + ", "
                + dates.moment(walkIn.arrival().at());
    }

    private String visitor(@Nullable String said) {
        return said == null || said.isBlank() ? phone.messages().get("reception.unnamed") : said;
    }

    private String of(DeskDay day) {
        String desk = MyDesks.find(phone, day.session().desk())
                .map(place -> place.name(phone.messages()))
                .orElseGet(() -> phone.messages().get("reception.title"));
        return desk + ", " + dates.day(day.session().day());
    }

    private String of(CollectiveSession session) {
        String day = dates.day(session.session().day());
        return name(
                        register.actions(),
                        session.session().action(),
                        action -> action.theme().title() + ", " + day)
                .orElse(day);
    }
}
