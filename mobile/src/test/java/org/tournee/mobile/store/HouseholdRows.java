package org.tournee.mobile.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.Goal;
import org.tournee.bilan.WhoseWord;
import org.tournee.closure.Closure;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.directory.Partner;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.DossierStatus;
import org.tournee.dossier.HouseholdFact;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.sync.Action;
import org.tournee.sync.BucketId;
import org.tournee.sync.Conflict;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** Invented households of the Vienne, as the server would send them. The same number always gives the same household. */
public final class HouseholdRows {

    /** A Monday. */
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 9);

    /** The worker whose phone it is: referent of every household. */
    public static final WorkerId CLAIRE = new WorkerId(new UUID(0x0190_0000_0000_7000L, 1));

    /** A colleague. */
    public static final WorkerId KARIM = new WorkerId(new UUID(0x0190_0000_0000_7000L, 2));

    /** The admin referent. */
    public static final WorkerId NADINE = new WorkerId(new UUID(0x0190_0000_0000_7000L, 3));

    private static final List<String> NAMES = List.of(
            "Moreau", "Guérin", "Da Silva", "Benali", "Chauvet", "Lefèvre", "Traoré", "Rousselle", "Pinault", "Nguyen");
    private static final List<String> MOTHERS = List.of("Sophie", "Amélie", "Inès", "Nadia", "Lucie");
    private static final List<String> FATHERS = List.of("Julien", "Marc", "Paulo", "Samir", "Hervé");
    private static final List<String> CHILDREN = List.of("Léo", "Zoé", "Noé", "Yasmine", "Élise");
    private static final List<String[]> COMMUNES = List.of(
            new String[] {"86194", "86000", "Poitiers"},
            new String[] {"86078", "86400", "Civray"},
            new String[] {"86165", "86500", "Montmorillon"},
            new String[] {"86137", "86200", "Loudun"},
            new String[] {"86070", "86300", "Chauvigny"});

    /** Fourth to sixth household: everything is on track, due, late, by turns. */
    private static final int[] DAYS_SINCE_LAST_CONTACT = {12, 75, 170};

    /** The team of everybody here. */
    static final TeamId TEAM = new TeamId(id(901, 3));

    private final int number;
    private final List<FeedRow> rows = new ArrayList<>();

    private HouseholdRows(int number) {
        this.number = number;
    }

    public static DossierId dossier(int number) {
        return new DossierId(id(number, 0));
    }

    /** The id of something of a household: 1 is the mother, 2 the father, 3 the child. */
    public static RecordId record(int number, int what) {
        return new RecordId(id(number, what));
    }

    private static UUID id(int number, int what) {
        return new UUID(0x0190_1000_0000_7000L + ((long) number << 16), 0x8000_0000_0000_0000L | what);
    }

    /** The workers of the site; profile and catalogue are those that the app carries. */
    public static List<FeedRow> reference() {
        return List.of(
                worker(1, CLAIRE, "Claire Beaufort", Role.SOCIAL_WORKER),
                worker(2, KARIM, "Karim Lahlou", Role.SOCIAL_WORKER),
                worker(3, NADINE, "Nadine Petit", Role.ADMIN_ASSISTANT));
    }

    /** The phone's own worker with another role from now on. */
    public static FeedRow ownWorker(Role role) {
        return worker(80, CLAIRE, "Claire Beaufort", role);
    }

    /** A partner of the directory; invented, as everybody here. */
    public static FeedRow partner(int number, String name, Topic topic, String what, String commune) {
        Partner partner = new Partner(
                new Partner.Identity(name),
                new Partner.Offer(List.of(topic), what, "Tout public", "Sur rendez-vous"),
                new Partner.Place("4 place du Marché", "86400", commune, "Lundi et jeudi, 9 h à 12 h"),
                new Partner.Reach("Mme Roy", "05 49 00 01 0" + number, "accueil" + number + "@exemple.fr"),
                new Partner.Standing(TODAY.minusDays(20), true));
        return row(BucketId.REFERENCE, 20 + number, partnerId(number), RecordKind.PARTNER, partner, TODAY);
    }

    public static RecordId partnerId(int number) {
        return record(900, number);
    }

    private static FeedRow worker(long position, WorkerId id, String name, Role role) {
        Worker worker = new Worker(new Worker.Profile(name, List.of(role), 100, TEAM, "MDS de Poitiers"));
        return row(BucketId.REFERENCE, position, new RecordId(id.value()), RecordKind.WORKER, worker, TODAY);
    }

    /** All records of a household; positions from 1. */
    public static List<FeedRow> household(int number) {
        HouseholdRows made = new HouseholdRows(number);
        made.people();
        made.follow();
        made.contacts();
        made.bilan();
        return made.rows;
    }

    private void people() {
        String[] commune = COMMUNES.get(number % COMMUNES.size());
        String name = NAMES.get(number % NAMES.size());
        add(
                0,
                RecordKind.DOSSIER,
                new Dossier(
                        new Dossier.Household("Ménage " + name),
                        new Dossier.Address((3 + number) + " rue des Tilleuls", commune[1], commune[0], commune[2]),
                        new Dossier.Reachability("05 49 00 00 " + (10 + number % 90), "Plutôt le matin"),
                        new Dossier.Situation(List.of(HouseholdFact.TENANT, HouseholdFact.LOW_INCOME)),
                        new Dossier.Status(DossierStatus.OPEN, TODAY.minusMonths(14), null)),
                TODAY.minusMonths(14));
        person(1, name, MOTHERS.get(number % MOTHERS.size()), LocalDate.of(1988, 4, 17), HouseholdRole.ADULT);
        person(2, name, FATHERS.get(number % FATHERS.size()), LocalDate.of(1985, 9, 2), HouseholdRole.ADULT);
        person(3, name, CHILDREN.get(number % CHILDREN.size()), LocalDate.of(2017, 1, 28), HouseholdRole.CHILD);
    }

    private void person(int what, String name, String given, LocalDate born, HouseholdRole role) {
        add(
                what,
                RecordKind.PERSON,
                new Person(new Person.Identity(name, given, born), new Person.Membership(role), null),
                TODAY.minusMonths(14));
    }

    private void follow() {
        LocalDate entered = entered();
        add(4, RecordKind.REFERENT_TERM, term(CLAIRE, ReferentRole.REFERENT), entered);
        add(5, RecordKind.REFERENT_TERM, term(NADINE, ReferentRole.ADMIN_REFERENT), entered);
        Segment[] turns = {Segment.A, Segment.B, Segment.C};
        add(6, RecordKind.STAY, new Stay(new Stay.Span(turns[number % turns.length], entered, null)), entered);
        if (number % 4 != 3) {
            add(
                    7,
                    RecordKind.SERVICE_AGREEMENT,
                    new ServiceAgreement(new ServiceAgreement.Terms(
                            "Stabiliser le budget, garder le logement",
                            entered.plusDays(20),
                            entered.plusYears(1),
                            null)),
                    entered.plusDays(20));
        }
    }

    private LocalDate entered() {
        int[] monthsAgo = {5, 9, 20};
        return TODAY.minusMonths(monthsAgo[number % monthsAgo.length]).plusDays(number % 7);
    }

    private static ReferentTerm term(WorkerId worker, ReferentRole role) {
        return new ReferentTerm(new ReferentTerm.Term(worker, role, TODAY.minusMonths(14), null));
    }

    private void contacts() {
        LocalDate last = TODAY.minusDays(DAYS_SINCE_LAST_CONTACT[number / 3 % DAYS_SINCE_LAST_CONTACT.length]);
        contact(
                10,
                last,
                Channel.IN_PERSON,
                Place.HOME,
                Happening.HELD,
                50,
                "Visite à domicile, dossier CAF complété.");
        contact(11, last.minusDays(34), Channel.IN_PERSON, Place.OFFICE, Happening.HELD, 40, "Point sur le budget.");
        contact(
                12,
                last.minusDays(51),
                Channel.PHONE,
                Place.OFFICE,
                Happening.HELD,
                null,
                "Appel : relance du bailleur.");
        contact(13, last.minusDays(60), Channel.IN_PERSON, Place.HOME, Happening.NO_SHOW, null, "Personne n’a ouvert.");
    }

    private void contact(
            int what, LocalDate day, Channel channel, Place place, Happening happening, Integer minutes, String text) {
        Instant start = day.atTime(9, 15).toInstant(ZoneOffset.UTC);
        add(
                what,
                RecordKind.CONTACT,
                new Contact(
                        new Contact.Meeting(start, channel, place, Planning.PLANNED, happening, minutes),
                        new Contact.Attendance(List.of(new PersonId(id(number, 1)))),
                        new Contact.Content(List.of(Topic.FINANCE, Topic.HOUSING), true, text, Result.FOLLOW_UP),
                        null),
                day);
    }

    private void bilan() {
        item(
                20,
                Dimension.HOUSING,
                Effect.STABILISER,
                WhoseWord.OBSERVED_FACT,
                "Logement stable depuis deux ans",
                false);
        item(21, Dimension.INCOME, Effect.DESTABILISER, WhoseWord.PERSON_WORD, "Reste à vivre insuffisant", false);
        item(
                22,
                Dimension.HEALTH,
                Effect.DANGER,
                WhoseWord.WORKER_APPRECIATION,
                "Fatigue, soins remis à plus tard",
                false);
        item(
                23,
                Dimension.EMPLOYMENT,
                Effect.OPPORTUNITY,
                WhoseWord.PERSON_WORD,
                "Son frère lui propose un emploi",
                true);
        add(
                30,
                RecordKind.GOAL,
                new Goal(
                        new Goal.Aim(Dimension.INCOME, "Retrouver un budget équilibré"),
                        new Goal.Agreement(TODAY.minusDays(40), TODAY.plusDays(50)),
                        new Goal.Progress(Goal.State.OPEN)),
                TODAY.minusDays(40));
        add(
                31,
                RecordKind.ACTION_ITEM,
                new ActionItem(
                        new ActionItem.Task(
                                "Demander la complémentaire santé solidaire",
                                ActionItem.By.SERVICE,
                                ActionItem.Horizon.SHORT,
                                TODAY.plusDays(6)),
                        new ActionItem.Progress(ActionItem.State.TO_DO, null)),
                TODAY.minusDays(12));
    }

    private void item(int what, Dimension dimension, Effect effect, WhoseWord word, String text, boolean third) {
        add(
                what,
                RecordKind.BILAN_ITEM,
                new BilanItem(
                        new BilanItem.Statement(dimension, effect, word, text, third),
                        new BilanItem.Validity(TODAY.minusDays(40), null)),
                TODAY.minusDays(40));
    }

    /** Karim and Claire both wrote the address; Karim's came first and stands until somebody settles it. */
    public static FeedRow addressConflict(int number) {
        String base = Groups.of(address("3 rue des Tilleuls")).json();
        String karims = Groups.of(address("18 rue de la Marne")).json();
        String claires = Groups.of(address("18 bis rue de la Marne")).json();
        Instant received = TODAY.minusDays(2).atTime(17, 5).toInstant(ZoneOffset.UTC);
        Conflict conflict = new Conflict(
                new Conflict.Subject(new RecordId(dossier(number).value()), RecordKind.DOSSIER.code(), "address"),
                new Conflict.Variants(
                        base,
                        List.of(
                                new Conflict.Variant(
                                        "v1", stream(2), KARIM, karims, received.minusSeconds(7_200), received),
                                new Conflict.Variant(
                                        "v2", stream(1), CLAIRE, claires, received.minusSeconds(90_000), received))),
                new Conflict.State(true, null, null));
        return row(
                BucketId.service(dossier(number)),
                1_000,
                record(number, 40),
                RecordKind.CONFLICT,
                conflict,
                TODAY.minusDays(2));
    }

    /** The follow-up of that household ends today. */
    public static List<FeedRow> closed(int number) {
        BucketId bucket = BucketId.service(dossier(number));
        Dossier open = Groups.parse(household(number).get(0).groups()).as(Dossier.class);
        Dossier.Status closed =
                new Dossier.Status(DossierStatus.CLOSED, open.status().openedOn(), TODAY);
        Closure closure = new Closure(
                new Closure.Ending(Closure.Exit.MOVED, null, "Partis à Lyon chez leur fille", TODAY, CLAIRE), null);
        return List.of(
                row(bucket, 2_000, record(number, 0), RecordKind.DOSSIER, open.with(closed), TODAY),
                row(bucket, 2_001, record(number, 60), RecordKind.CLOSURE, closure, TODAY));
    }

    private static Dossier.Address address(String street) {
        return new Dossier.Address(street, "86000", "86194", "Poitiers");
    }

    /** A change of Claire's that the server returned. */
    public static FeedRow returnedChange(int number) {
        ReturnedChange returned = new ReturnedChange(
                new ReturnedChange.Origin(
                        stream(1),
                        3,
                        RecordKind.BILAN_ITEM.code(),
                        record(number, 20),
                        dossier(number),
                        TODAY.minusDays(1).atTime(10, 0).toInstant(ZoneOffset.UTC),
                        Action.CHANGE,
                        null,
                        "{\"statement\":{\"new\":{\"text\":\"Bail résilié\"}}}"),
                new ReturnedChange.Refusal(ReturnReason.NOT_ALLOWED, "no link to the dossier"));
        return row(
                BucketId.worker(CLAIRE),
                1,
                record(number, 50),
                RecordKind.RETURNED_CHANGE,
                returned,
                TODAY.minusDays(1));
    }

    private static StreamId stream(int number) {
        return new StreamId(new UUID(0x0190_2000_0000_7000L, number));
    }

    private void add(int what, RecordKind kind, Object value, LocalDate day) {
        rows.add(row(BucketId.service(dossier(number)), rows.size() + 1L, record(number, what), kind, value, day));
    }

    /** The same record as a colleague left it. */
    public static FeedRow changedByKarim(FeedRow row, long rev) {
        return new FeedRow(
                row.bucket(),
                row.position(),
                row.id(),
                row.kind(),
                rev,
                row.author(),
                KARIM,
                row.changedAt(),
                row.occurredAt(),
                false,
                row.groups());
    }

    /** A row as the server sends it. */
    public static FeedRow row(
            BucketId bucket, long position, RecordId id, RecordKind kind, Object value, LocalDate day) {
        Instant at = day.atTime(18, 0).toInstant(ZoneOffset.UTC);
        return new FeedRow(bucket, position, id, kind.code(), 1, CLAIRE, CLAIRE, at, at, false, Wire.json(value));
    }
}
