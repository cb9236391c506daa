package org.tournee.mobile.permanence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Names;
import org.tournee.organisation.SiteId;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.reception.Desk;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.RegisterContents;
import org.tournee.sync.RecordId;

/** Where this worker receives, and in which register it is written: those of the sites whose registers the phone holds. */
public final class MyDesks {

    private static final Comparator<Place> PERMANENCES_FIRST = Comparator.comparing(
                    (Place place) -> place.desk().isOfSite())
            .thenComparing(place -> place.desk().place().communeName())
            .thenComparing(place -> place.id().toString());

    private MyDesks() {}

    /** A desk under its id. */
    public record Place(RecordId id, Desk desk) {

        /** "Permanence de Gençay", "Accueil de Civray". */
        public String name(Messages messages) {
            return Names.of(messages, desk);
        }
    }

    /** A liaison sheet that goes to this worker, and the register it lies in. */
    public record Passed(DossierId register, Entry<LiaisonSheet> sheet) {}

    /** Open places of this worker's sites: permanences by commune, then the sites' desks. */
    public static List<Place> all(Phone phone) {
        return all(phone, phone.store().registers());
    }

    static List<Place> all(Phone phone, List<RegisterContents> registers) {
        Set<SiteId> mine = new HashSet<>();
        registers.forEach(
                register -> mine.add(register.register().value().span().site()));
        List<Place> places = new ArrayList<>();
        phone.store().desks().forEach((id, desk) -> {
            if (desk.place().open() && mine.contains(desk.place().site())) {
                places.add(new Place(id, desk));
            }
        });
        places.sort(PERMANENCES_FIRST);
        return List.copyOf(places);
    }

    /** The desk of that id, wherever it is. */
    public static Optional<Place> find(Phone phone, RecordId id) {
        return Optional.ofNullable(phone.store().desks().get(id)).map(desk -> new Place(id, desk));
    }

    /**
     * The register of a site in which a day is written; where the phone was away for so long that it lacks it, the latest
     * that it holds: nothing that is said at a desk waits for a network.
     */
    public static Optional<RegisterContents> register(Phone phone, SiteId site, LocalDate day) {
        return register(phone.store().registers(), site, day);
    }

    /** The same among registers that were read, the latest first. */
    static Optional<RegisterContents> register(List<RegisterContents> registers, SiteId site, LocalDate day) {
        List<RegisterContents> ofSite = registers.stream()
                .filter(register -> register.register().value().span().site().equals(site))
                .toList();
        return ofSite.stream()
                .filter(register -> register.register().value().span().holds(day))
                .findFirst()
                .or(() -> ofSite.stream().findFirst());
    }

    /** Open sheets that go to this worker or their team, the most urgent first. Rule: R-REL. */
    public static List<Passed> passedToMe(Phone phone) {
        WorkerId me = phone.store().worker();
        TeamId team = phone.store()
                .worker(me)
                .map(Worker::profile)
                .map(Worker.Profile::team)
                .orElse(null);
        return phone.store().registers().stream()
                .flatMap(register -> register.liaisons().stream()
                        .filter(entry -> entry.value().isOpen()
                                && entry.value().address().reaches(me, team))
                        .map(entry -> new Passed(register.id(), entry)))
                .sorted(Comparator.comparing((Passed passed) ->
                                passed.sheet().value().message().urgency())
                        .reversed()
                        .thenComparing(
                                passed -> passed.sheet().value().message().sentOn())
                        .thenComparing(passed -> passed.sheet().id().toString()))
                .toList();
    }
}
