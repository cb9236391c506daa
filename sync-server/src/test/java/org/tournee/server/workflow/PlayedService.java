package org.tournee.server.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.bilan.BilanConclusion;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamHeads;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.reminder.Reminder;
import org.tournee.reminder.ReminderKind;
import org.tournee.reminder.ReminderRules;
import org.tournee.reminder.ReminderSetting;
import org.tournee.segment.PaceRules;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.server.ServiceFixture;
import org.tournee.server.StayFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.access.TestClock;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.reminder.DossierReminders;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.segment.PacedDossier;
import org.tournee.server.store.Actor;
import org.tournee.server.store.OpenDossier;
import org.tournee.server.store.Opening;
import org.tournee.server.store.ReferenceData;
import org.tournee.sync.Action;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.workflow.Carried;
import org.tournee.workflow.DossierCourse;
import org.tournee.workflow.PreparedStep;
import org.tournee.workflow.SegmentChange;
import org.tournee.workflow.SegmentCommand;

/** One household and those who see to it, month after month on a clock that the test moves. */
final class PlayedService {

    static final OrganisationProfile PROFILE = ShippedProfile.VIENNE.profile();

    private final TestClock clock;
    private final ServiceFixture service;
    private final WorkerId head;
    private final WorkerId intake;
    private final WorkerId referent;
    private final WorkerId assistant;
    private final DossierId dossier = new DossierId(UuidCreator.getTimeOrderedEpoch());
    private final LocalDate arrivedOn;
    private final TestPhone intakesPhone;
    private final TestPhone referentsPhone;
    private final TestPhone assistantsPhone;
    private int months;

    PlayedService(ApplicationContext context, String address, TestClock clock) {
        this.clock = clock;
        this.service = new ServiceFixture(context, address);
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), PROFILE),
                        clock.instant());
        head = service.worker(Role.TEAM_HEAD);
        service.head(head);
        intake = service.worker(Role.INTAKE_WORKER);
        referent = service.worker(Role.SOCIAL_WORKER);
        assistant = service.worker(Role.ADMIN_ASSISTANT);
        intakesPhone = service.phone(intake);
        referentsPhone = service.phone(referent);
        assistantsPhone = service.phone(assistant);
        arrivedOn = today();
    }

    /** The household comes to the intake; the secretary is its administrative referent. */
    void arrives() {
        service.bean(OpenDossier.class)
                .open(
                        service.service(),
                        new Opening(
                                dossier,
                                ServiceFixture.household("Lefèvre", "3 rue des Écoles"),
                                Map.of(
                                        ServiceFixture.adultOf(dossier),
                                        new Person(
                                                new Person.Identity("Lefèvre", "Annie", LocalDate.of(1971, 4, 2)),
                                                new Person.Membership(HouseholdRole.ADULT),
                                                null)),
                                List.of(StayFixture.inSegment(Segment.INTAKE_1, arrivedOn)),
                                List.of(ServiceFixture.term(intake)),
                                List.of(),
                                clock.instant()));
        service.assign(dossier, assistant, ReferentRole.ADMIN_REFERENT);
        intakesPhone.pull();
        assertThat(intakesPhone.ofKind(RecordKind.DOSSIER)).hasSize(1);
    }

    /** Months pass; the referent visits as often as the segment wants it, and concludes once a year. */
    void months(int count) {
        for (int i = 0; i < count; i++) {
            months++;
            LocalDate day = arrivedOn.plusMonths(months);
            clock.advance(Duration.between(
                    clock.instant(),
                    day.atTime(LocalTime.NOON).atZone(PROFILE.zone()).toInstant()));
            int everyMonths = everyMonths();
            if (everyMonths > 0 && monthsInStay() % everyMonths == 0) {
                visit();
            }
            if (everyMonths > 0 && months % 12 == 0) {
                conclude();
            }
            agree();
        }
    }

    private int everyMonths() {
        return switch (segment()) {
            case INTAKE_1, INTAKE_2 -> 0;
            case A -> 1;
            case B -> 3;
            case C -> 5;
        };
    }

    private int monthsInStay() {
        return (int) stays().getLast().enteredOn().until(today()).toTotalMonths();
    }

    int monthsSinceArrival() {
        return months;
    }

    private void visit() {
        Contact contact = new Contact(
                new Contact.Meeting(
                        clock.instant().minus(Duration.ofHours(2)),
                        Channel.IN_PERSON,
                        Place.HOME,
                        Planning.PLANNED,
                        Happening.HELD,
                        45),
                new Contact.Attendance(List.of(ServiceFixture.adultOf(dossier))),
                new Contact.Content(List.of(Topic.HOUSING), true, "Point sur la situation.", Result.FOLLOW_UP),
                null);
        saved(referentsPhone, TestPhone.create(RecordKind.CONTACT, TestPhone.newId(), contact));
    }

    private void conclude() {
        BilanConclusion conclusion = new BilanConclusion(new BilanConclusion.Conclusion(
                BilanConclusion.Orientation.SOCIAL_FOLLOW_UP_EQUITY, today(), "Les objectifs sont revus ensemble."));
        saved(referentsPhone, TestPhone.create(RecordKind.BILAN_CONCLUSION, TestPhone.newId(), conclusion));
    }

    void agreementIsSigned() {
        ServiceAgreement agreement = new ServiceAgreement(new ServiceAgreement.Terms(
                "Un rendez-vous par mois ; les courriers sont apportés.", today(), null, null));
        saved(referentsPhone, TestPhone.create(RecordKind.SERVICE_AGREEMENT, TestPhone.newId(), agreement));
        agree();
    }

    /** The dossier left the intake's phone and is on the referent's. */
    void isHandedToTheReferent() {
        assertThat(referentsPhone.signedInAgain().pull().ofKind(RecordKind.DOSSIER))
                .hasSize(1);
        assertThat(intakesPhone.signedInAgain().ask(null, null).manifest().buckets())
                .noneMatch(bucket -> bucket.bucket().dossier().isPresent());
    }

    void intakePrepares(SegmentCommand command) {
        prepared(intakesPhone, command);
    }

    void referentPrepares(SegmentCommand command) {
        prepared(referentsPhone, command);
    }

    void assistantPrepares(SegmentCommand command) {
        prepared(assistantsPhone, command);
    }

    void headSigns(SegmentCommand command) {
        assertThat(signed(head, command)).isInstanceOf(CommandAnswer.Done.class);
        agree();
    }

    void referentSigns(SegmentCommand command) {
        assertThat(signed(referent, command)).isInstanceOf(CommandAnswer.Done.class);
        agree();
    }

    Carried.Refusal headIsRefused(SegmentCommand command) {
        return ((CommandAnswer.Refused) signed(head, command)).reason();
    }

    private CommandAnswer signed(WorkerId signer, SegmentCommand command) {
        Actor actor = new Actor(service.organisation(), signer, null);
        return service.bean(SegmentDecisions.class)
                .carry(
                        new SignedCommand(actor, signer, dossier, UUID.randomUUID(), command, course().asSeen()),
                        clock.instant());
    }

    private void prepared(TestPhone phone, SegmentCommand command) {
        phone.signedInAgain().pull();
        DossierCourse seen = DossierCourse.of(phone.contents(dossier), today());
        RecordId decision = command.opens() ? TestPhone.newId() : seen.open().id();
        saved(
                phone,
                new TestPhone.Change(
                        Action.COMMAND,
                        PreparedStep.KIND,
                        decision,
                        null,
                        0,
                        new PreparedStep(seen.asSeen(), command).asCommand().asGroups()));
        agree();
    }

    private void saved(TestPhone phone, TestPhone.Change change) {
        assertThat(phone.signedInAgain()
                        .clockAt(clock.instant())
                        .pull()
                        .save(dossier, change)
                        .push())
                .extracting(Outcome::reason)
                .containsOnlyNulls();
    }

    /** What the phone of whoever answers for the dossier shows is what the server says: pace and reminders. */
    private void agree() {
        service.bean(DossierReminders.class).bringUpToDate(service.organisation(), dossier);
        DossierContents held = onThePhone();
        Set<String> onThePhone = new TreeSet<>();
        reminders(held).forEach(reminder -> onThePhone.add(reminder.cause() + " " + reminder.whom()));
        assertThat(onThePhone).as("reminders on " + today()).isEqualTo(onTheServer());
        List<PacedDossier> paced = service.bean(PaceSurvey.class).ofDossiers(service.organisation(), List.of(dossier));
        assertThat(PaceRules.of(held, today(), PROFILE).orElse(null))
                .as("pace on " + today())
                .isEqualTo(paced.getFirst().pace());
    }

    private List<Reminder> reminders(DossierContents held) {
        Map<WorkerId, Worker> workers = new HashMap<>();
        holder().ofKind(RecordKind.WORKER)
                .forEach(row -> workers.put(
                        new WorkerId(row.id().value()),
                        Groups.parse(row.groups()).as(Worker.class)));
        return ReminderRules.of(held, today(), new ReminderSetting(PROFILE, null, TeamHeads.of(workers)));
    }

    private Set<String> onTheServer() {
        List<String> told = service.bean(Database.class)
                .read(connection -> Sql.all(
                        connection,
                        "select cause, worker_id from reminder_told where org_id = ? and dossier_id = ? and ended_at is null",
                        row -> row.getString("cause") + " " + Sql.uuid(row, "worker_id"),
                        service.organisation(),
                        dossier));
        return new TreeSet<>(told);
    }

    /** What is due, whoever is told. */
    List<ReminderKind> due() {
        return reminders(onThePhone()).stream().map(Reminder::kind).distinct().toList();
    }

    /** The dossier as the phone of whoever answers for it holds it. */
    DossierContents onThePhone() {
        return holder().contents(dossier);
    }

    private TestPhone holder() {
        TestPhone received = referentsPhone.signedInAgain().pull();
        boolean holds = received.ofKind(RecordKind.DOSSIER).stream().anyMatch(row -> !row.deleted());
        return holds ? received : intakesPhone.signedInAgain().pull();
    }

    private DossierCourse course() {
        return DossierCourse.of(onThePhone(), today());
    }

    Segment segment() {
        return course().segment();
    }

    List<Stay.Span> stays() {
        return onThePhone().stays().stream()
                .map(entry -> entry.value().span())
                .sorted(Comparator.comparing(Stay.Span::enteredOn)
                        .thenComparing(span -> span.leftOn() == null ? LocalDate.MAX : span.leftOn()))
                .toList();
    }

    /** In the order in which they were begun. */
    List<SegmentChange> changes() {
        return onThePhone().segmentChanges().stream()
                .sorted(Comparator.comparing(entry -> entry.id().toString()))
                .map(Entry::value)
                .toList();
    }

    List<String> criteria(Segment segment) {
        return PROFILE.sheet(segment).orElseThrow().criteria().subList(0, 1);
    }

    WorkerId referent() {
        return referent;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PROFILE.zone());
    }
}
