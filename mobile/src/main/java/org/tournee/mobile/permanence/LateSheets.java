package org.tournee.mobile.permanence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Tone;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.NamedTeam;
import org.tournee.reception.RegisterContents;
import org.tournee.reminder.LiaisonReminders;
import org.tournee.sync.RecordId;

/**
 * Liaison sheets that nobody took over for long, and of which this worker is told: by the rule by which the service tells
 * them. Rules: R-REL, R-REM.
 */
public final class LateSheets {

    private LateSheets() {}

    /** The first due first; they name to whom a sheet goes, and nobody who came. */
    public static List<ListRow> rows(Phone phone) {
        return of(phone).stream().map(sheet -> row(phone, sheet)).toList();
    }

    static List<Entry<LiaisonSheet>> of(Phone phone) {
        WorkerId me = phone.store().worker();
        LocalDate today = phone.today();
        OrganisationProfile profile = phone.store().profile();
        Map<WorkerId, Worker> workers = phone.store().colleagues();
        return phone.store().registers().stream()
                .flatMap(register -> LiaisonReminders.of(register, today, profile, workers).stream()
                        .filter(reminder -> reminder.whom().equals(me))
                        .flatMap(reminder -> reminder.about().stream())
                        .flatMap(id -> find(register, id).stream()))
                .toList();
    }

    private static Optional<Entry<LiaisonSheet>> find(RegisterContents register, RecordId id) {
        return register.liaisons().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst();
    }

    static ListRow row(Phone phone, Entry<LiaisonSheet> entry) {
        return new ListRow(
                Icons.of(Material2AL.FORWARD_TO_INBOX, Tone.DUE),
                phone.messages()
                        .get(
                                "liaison.late",
                                DateTexts.of(phone)
                                        .relativeDay(entry.value().message().sentOn())),
                phone.messages()
                        .get("liaison.lateWhy", addressee(phone, entry.value().address())),
                () -> phone.navigator().open(new Destination.Reception()));
    }

    private static String addressee(Phone phone, LiaisonSheet.Address address) {
        WorkerId worker = address.worker();
        if (worker != null) {
            return Names.of(phone, worker);
        }
        TeamId team = address.team();
        String service = address.service();
        return team == null
                ? (service == null ? "" : service)
                : Optional.ofNullable(phone.store().teams().get(team))
                        .map(NamedTeam::identity)
                        .map(NamedTeam.Identity::name)
                        .orElseGet(() -> phone.messages().get("liaison.team"));
    }
}
