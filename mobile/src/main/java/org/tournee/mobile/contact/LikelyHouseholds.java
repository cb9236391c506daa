package org.tournee.mobile.contact;

import java.util.List;
import java.util.stream.Stream;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.dossier.DossierContents;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.TodaysAppointments;
import org.tournee.mobile.appointment.Planned;
import org.tournee.mobile.round.Stop;
import org.tournee.mobile.ui.ListRow;

/** For whom one most likely records a contact now: whom one meets today, and where the round goes. Rules: R-APP, R-OUT. */
public final class LikelyHouseholds {

    private static final int MOST = 3;

    private LikelyHouseholds() {}

    /** One line a household, which opens its form; none where nothing is planned for today. */
    public static List<ListRow> rows(Phone phone) {
        return of(phone).map(dossier -> row(dossier, phone)).toList();
    }

    private static Stream<DossierContents> of(Phone phone) {
        Stream<DossierContents> met = TodaysAppointments.of(phone).stream().map(Planned::dossier);
        Stream<DossierContents> visited =
                Stop.of(phone, phone.today()).stream().filter(Stop::isOpen).map(Stop::contents);
        return Stream.concat(met, visited).distinct().limit(MOST);
    }

    private static ListRow row(DossierContents dossier, Phone phone) {
        Messages messages = phone.messages();
        ListRow row = new ListRow(
                Material2AL.EVENT,
                dossier.dossier().value().household().name(),
                messages.get("contact.likely"),
                () -> phone.navigator().open(new Destination.ContactForm(dossier.id(), null)));
        row.setId("likely-" + dossier.id());
        return row;
    }
}
