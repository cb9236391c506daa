package org.tournee.mobile.walk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.DocumentEdits;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.store.ReceptionRows;
import org.tournee.reception.DeskDay;
import org.tournee.reception.WalkIn;
import org.tournee.request.Request.Urgency;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Every screen of the open phone, and what opens in it. A new {@link Destination} gets its stop here. */
public final class Stops {

    private static final DossierId FIRST = PhoneStoreFixture.dossier(0);
    private static final DossierId SECOND = PhoneStoreFixture.dossier(1);
    private static final DossierId THIRD = PhoneStoreFixture.dossier(2);
    private static final RecordId CONFLICT = HouseholdRows.record(0, 40);
    private static final RecordId WAITING = HouseholdRows.record(0, 71);
    private static final int PHOTO_BYTES = 4_000;

    private Stops() {}

    /** What the stops need besides the households: documents in several states, partners, and a desk with somebody waiting. */
    public static void furnish(OpenDossierPhone phone) {
        byte[] photo = DocumentEdits.photo(PHOTO_BYTES);
        RecordId held = DocumentEdits.taken(phone.fixture, 1, photo, "pièce d'identité", null);
        DocumentEdits.taken(phone.fixture, 2, photo, "avis d'imposition", HouseholdRows.TODAY.plusMonths(9));
        RecordId refused =
                DocumentEdits.taken(phone.fixture, 3, photo, "titre de séjour", HouseholdRows.TODAY.plusDays(12));
        phone.fixture.documents().held(held);
        phone.fixture.documents().refused(refused, KeptDocument.Refusal.ALTERED);
        openDesk(phone);
        phone.fixture.receive(List.of(
                HouseholdRows.partner(
                        1, "Point santé Précarité", Topic.HEALTH, "Soins infirmiers sans avance de frais", "Poitiers"),
                HouseholdRows.partner(2, "Épicerie sociale du Clain", Topic.DAILY_LIFE, "Colis et atelier", "Civray")));
    }

    private static void openDesk(OpenDossierPhone phone) {
        phone.fixture.receive(ReceptionRows.reception());
        DeskDay day = ReceptionRows.open();
        WalkIn waiting = WalkIn.arrived(
                        ReceptionRows.PERMANENCE,
                        HouseholdRows.TODAY,
                        phone.phone.clock().instant().minus(Duration.ofMinutes(25)))
                .with(new WalkIn.Visitor("Mme Lefort", null, null))
                .with(new WalkIn.Need(Topic.HOUSING, Urgency.SOON, ""));
        phone.fixture
                .store()
                .save(new Edit(
                        ReceptionRows.REGISTER,
                        List.of(
                                new Edit.Create(
                                        RecordKind.DESK_DAY, HouseholdRows.record(0, 70), Audience.SERVICE, day),
                                new Edit.Create(RecordKind.WALK_IN, WAITING, Audience.SERVICE, waiting))));
    }

    /** All, in the order in which one would show the app. */
    public static List<Stop> all() {
        List<Stop> stops = new ArrayList<>(shell());
        stops.addAll(dossier());
        stops.addAll(contact());
        stops.addAll(bilan());
        stops.addAll(rights());
        stops.addAll(settling());
        stops.addAll(team());
        stops.addAll(documents());
        stops.addAll(directory());
        stops.addAll(reception());
        return List.copyOf(stops);
    }

    /** The screens that belong to no single dossier. */
    public static List<Stop> shell() {
        return List.of(
                Stop.at("today", new Destination.Today()),
                Stop.at("dossiers", new Destination.Dossiers()),
                Stop.at("dossiers-nothing", new Destination.Dossiers(), phone -> phone.type("#dossier-search", "zzz")),
                Stop.at("new-dossier", new Destination.NewDossier()),
                Stop.at("new-dossier-known", new Destination.NewDossier(), phone -> {
                    phone.type("#opening-given-name", "Sophie");
                    phone.type("#opening-family-name", "Moreau");
                }),
                Stop.at("search", new Destination.Search(), phone -> phone.type("#search", "guerin")),
                Stop.at("round", new Destination.RoundPage()),
                Stop.at("round-pick", new Destination.RoundPick(HouseholdRows.TODAY)),
                Stop.at("week", new Destination.Week()),
                Stop.at("record-for", new Destination.RecordFor()),
                Stop.at("reminders", new Destination.Reminders()),
                Stop.at("reviews", new Destination.Reviews()),
                Stop.at("sync", new Destination.SyncPage()),
                Stop.at("returned", new Destination.ReturnedChanges()),
                Stop.at("drafts", new Destination.Drafts()),
                Stop.at("sign-in", new Destination.SignIn()),
                Stop.at("log-out", new Destination.LogOut()),
                Stop.at("change-pin", new Destination.ChangePin()),
                Stop.at("storage", new Destination.Storage()),
                Stop.at("more", new Destination.More()));
    }

    private static List<Stop> dossier() {
        Destination page = new Destination.DossierPage(FIRST);
        return List.of(
                Stop.at("dossier", page),
                Stop.at("dossier-journal", new Destination.DossierPage(SECOND), phone -> phone.tap("#section-journal")),
                Stop.at("dossier-segment", new Destination.DossierPage(THIRD), phone -> phone.tap("#section-segment")),
                Stop.at("dossier-persons", new Destination.DossierPage(THIRD), phone -> phone.tap("#section-persons")),
                Stop.at("agreements", new Destination.Agreements(FIRST)),
                Stop.at("requests", new Destination.Requests(FIRST)),
                Stop.at("brief", new Destination.Brief(FIRST)),
                Stop.at("before-going", new Destination.BeforeGoing(FIRST)),
                Stop.at("professional", new Destination.Professional(FIRST)),
                Stop.at("segment", new Destination.Segment(THIRD)),
                Stop.at("household", new Destination.HouseholdForm(SECOND)),
                Stop.at("household-commune", new Destination.HouseholdForm(SECOND), phone -> {
                    phone.type("#household-commune", "chatel");
                    phone.tap("#household-end-" + HouseholdRows.record(1, 2));
                }),
                Stop.at(
                        "household-person",
                        new Destination.HouseholdForm(THIRD),
                        phone -> phone.tap("#household-add-person")),
                Stop.at("move-contact", new Destination.MoveContact(FIRST, firstContact())));
    }

    private static List<Stop> contact() {
        Destination form = new Destination.ContactForm(FIRST, null);
        return List.of(
                Stop.at("contact", new Destination.ContactForm(THIRD, null)),
                Stop.at("contact-details", form, phone -> phone.tap("#contact-details")),
                Stop.at("contact-wrong", form, phone -> {
                    phone.tap("Sophie");
                    phone.tap("#contact-save");
                }),
                Stop.at("contact-correcting", new Destination.ContactForm(FIRST, firstContact()), phone -> {
                    phone.tap("60");
                    phone.tap("#contact-save");
                }));
    }

    private static List<Stop> bilan() {
        Destination bilan = new Destination.Bilan(THIRD);
        return List.of(
                Stop.at("bilan", new Destination.Bilan(FIRST)),
                Stop.at("bilan-writing", bilan, phone -> {
                    phone.tap("#dimension-HEALTH");
                    phone.tap("#balance-HOUSING-WEIGHS");
                }),
                Stop.at("bilan-goal", bilan, phone -> tapWord(phone, "bilan.goal.add")),
                Stop.at("bilan-action", bilan, phone -> tapWord(phone, "bilan.action.add")),
                Stop.at("bilan-discreet", bilan, phone -> {
                    phone.tap("#discreet");
                }));
    }

    private static List<Stop> rights() {
        return List.of(
                Stop.at("rights-occasion", new Destination.RightsSweep(SECOND, null), phone -> {
                    // it was discreet before
                    phone.open(new Destination.Bilan(THIRD));
                    phone.tap("#discreet");
                    phone.open(new Destination.RightsSweep(SECOND, null));
                }),
                Stop.at("rights", new Destination.RightsSweep(SECOND, null), phone -> {
                    phone.tap("#rights-begin");
                    phone.tap("#answer-first-css-PROBABLE");
                }),
                Stop.at("rights-reason", new Destination.RightsSweep(SECOND, null), phone -> {
                    phone.tap("#other-first-css");
                    phone.tap("#answer-first-css-DECLINED");
                    tapWord(phone, "rights.reason.keep");
                }),
                Stop.at(
                        "rights-summary",
                        new Destination.RightsSweep(SECOND, null),
                        phone -> phone.tap("#rights-to-summary")),
                Stop.at("follow-ups", new Destination.FollowUps(SECOND)),
                Stop.at("follow-up-ending", new Destination.FollowUps(SECOND), phone -> phone.tap("#end-css")));
    }

    private static List<Stop> settling() {
        return List.of(
                Stop.at("conflict", new Destination.ConflictPage(FIRST, CONFLICT)),
                Stop.at(
                        "conflict-writing",
                        new Destination.ConflictPage(FIRST, CONFLICT),
                        phone -> phone.tap("#conflict-write")),
                Stop.at("returned-value", new Destination.ReturnedChanges()),
                Stop.at("drafts-full", new Destination.Drafts()));
    }

    private static List<Stop> team() {
        return List.of(
                Stop.at("appointments", new Destination.Appointments(FIRST)),
                Stop.at(
                        "appointment-form",
                        new Destination.Appointments(FIRST),
                        phone -> phone.tap("#appointment-add")),
                Stop.at("referrals", new Destination.Referrals(FIRST)),
                Stop.at("referral-form", new Destination.Referrals(FIRST), phone -> phone.tap("#referral-add")),
                Stop.at("questions", new Destination.Questions(FIRST, null)),
                Stop.at("question-form", new Destination.Questions(FIRST, null), phone -> phone.tap("#question-ask")));
    }

    private static List<Stop> documents() {
        return List.of(
                Stop.at("documents", new Destination.Documents(FIRST)),
                Stop.at("document", new Destination.DocumentPage(FIRST, DocumentEdits.id(2))),
                Stop.at("document-refused", new Destination.DocumentPage(FIRST, DocumentEdits.id(3))),
                Stop.at(
                        "document-correcting",
                        new Destination.DocumentPage(FIRST, DocumentEdits.id(2)),
                        phone -> phone.tap("#document-correct")),
                Stop.at(
                        "document-form",
                        new Destination.DocumentForm(FIRST, "avis d'imposition", null),
                        phone -> phone.tap("#document-save")));
    }

    private static List<Stop> reception() {
        return List.of(
                Stop.at("reception", new Destination.Reception()),
                Stop.at("permanence", new Destination.Permanence(ReceptionRows.PERMANENCE)),
                Stop.at("reception-sheet", new Destination.ReceptionSheet(ReceptionRows.REGISTER, WAITING)),
                Stop.at("liaison", new Destination.Liaison(ReceptionRows.REGISTER, WAITING)),
                Stop.at("collective", new Destination.CollectiveActions()));
    }

    private static List<Stop> directory() {
        RecordId partner = HouseholdRows.partnerId(1);
        return List.of(
                Stop.at("directory", new Destination.Directory()),
                Stop.at("partner", new Destination.PartnerPage(partner)),
                Stop.at("directory-for", new Destination.DirectoryNoteFor(partner)),
                Stop.at("directory-correction", new Destination.DirectoryNoteForm(FIRST, partner)),
                Stop.at("directory-need", new Destination.DirectoryNoteForm(FIRST, null)));
    }

    /** By the word that the phone's language has for it, divided or not. */
    private static void tapWord(OpenDossierPhone phone, String key) {
        phone.tapNamed(phone.phone.messages().get(key));
    }

    private static RecordId firstContact() {
        return HouseholdRows.record(0, 10);
    }
}
