package org.tournee.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Destination;
import org.tournee.segment.Segment;
import org.tournee.sync.Conflict;

/**
 * The line that must run: two phones and a back office, one service. Each step is one method; each asserts what it
 * shows, so that a demonstration which ends well has shown all of it.
 */
public final class TheLine implements AutoCloseable {

    static final String OLD_PHONE = "05 36 49 00 01";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REFERENTS_STREET = "14 rue des Tanneurs";
    private static final String COLLEAGUES_STREET = "41 rue des Tanneurs";

    private final Demo demo;
    private final Pictures pictures;
    private final LineReport report;
    private final Network referentsNetwork;
    private final Network colleaguesNetwork;
    private final HeadlessPhone referent;
    private final HeadlessPhone colleague;
    private DossierId dossier;

    public TheLine(Demo demo, Path folder, Pictures pictures, LineReport report) throws IOException {
        this.demo = demo;
        this.pictures = pictures;
        this.report = report;
        this.referentsNetwork = new Network(demo.server());
        this.colleaguesNetwork = new Network(demo.server());
        this.referent = HeadlessPhone.outOfTheBox(folder.resolve("referent"), referentsNetwork.address(), pictures);
        this.colleague = HeadlessPhone.outOfTheBox(folder.resolve("colleague"), colleaguesNetwork.address(), pictures);
    }

    /** All five steps. */
    public void play() throws SQLException {
        enrolAndReceive();
        visitOffline();
        changeTheSameDossierOnAnotherPhone();
        comeBackAndReconcile();
        reviewSettleAndSee();
    }

    public DossierId dossier() {
        return dossier;
    }

    public HeadlessPhone referent() {
        return referent;
    }

    public HeadlessPhone colleague() {
        return colleague;
    }

    /** 1. Signs in once with network, receives the dossiers; the network goes away. */
    void enrolAndReceive() {
        referent.enrol(demo.account("SOCIAL_WORKER"), demo.password());
        report.happened(
                "1 connexion",
                "téléphone relié, " + referent.phone().store().dossiers().size() + " dossiers reçus");
        colleague.enrol(demo.account("ADMIN_ASSISTANT"), demo.password());
        report.happened("1 connexion", "téléphone de la collègue relié");
        chooseDossier();
        referent.picture("aujourdhui");
        referent.hand().tap("Dossiers");
        referent.picture("dossiers");
        referentsNetwork.cut();
        colleaguesNetwork.cut();
        referent.untilOffline();
        colleague.untilOffline();
        report.happened("1 connexion", "réseau coupé");
    }

    /** One in whose segment a visit changes the pace, that the colleague looks after too, with nothing to settle. */
    private void chooseDossier() {
        DossierContents chosen = referent.phone().store().dossiers().stream()
                .filter(contents ->
                        colleague.phone().store().dossier(contents.id()).isPresent())
                .filter(contents -> referent.openConflict(contents.id()).isEmpty())
                .filter(contents -> segment(contents).isAdvice())
                .min(Comparator.<DossierContents, Segment>comparing(TheLine::segment)
                        .thenComparingInt(contents -> -contents.contacts().size()))
                .orElseThrow(() -> new AssertionError("No dossier that both look after"));
        dossier = chosen.id();
    }

    private static Segment segment(DossierContents contents) {
        return contents.stays().stream()
                .filter(stay -> stay.value().span().leftOn() == null)
                .map(stay -> stay.value().span().segment())
                .findFirst()
                .orElse(Segment.INTAKE_1);
    }

    /** 2. A home visit: contact, two bilan items, an action, a sweep of all rights; the pace at once. */
    void visitOffline() {
        int contacts = referent.dossier(dossier).contacts().size();
        Hand hand = referent.hand();
        referent.open(new Destination.DossierPage(dossier));
        referent.picture("dossier");
        hand.tap("Consigner");
        hand.tap("45");
        hand.tap("Budget");
        hand.tap("Logement");
        hand.type(
                "#contact-narrative",
                "Visite à domicile. Le loyer de mars n’est pas réglé, un échéancier est demandé au bailleur avec elle.");
        hand.tap("Suivi");
        hand.tap("#contact-details");
        hand.tap("À domicile");
        referent.picture("contact");
        hand.tap("#contact-save");
        hand.see("Enregistré sur ce téléphone");
        referent.picture("contact-enregistre");
        check(referent.dossier(dossier).contacts().size() == contacts + 1, "the contact is on the phone");
        report.happened("2 visite", "contact enregistré, rythme recalculé sur le téléphone");
        assess(hand);
        sweepRights(hand);
        check(referent.state().waiting() > 0, "everything waits on the phone");
        report.happened("2 visite", referent.state().waiting() + " modifications en attente");
    }

    private void assess(Hand hand) {
        int items = referent.dossier(dossier).bilanItems().size();
        int actions = referent.dossier(dossier).actionItems().size();
        referent.open(new Destination.Bilan(dossier));
        addItem(hand, "#balance-HOUSING-WEIGHS", "Loyer de mars non réglé");
        addItem(hand, "#balance-SOCIAL_CULTURAL_LIFE-CARRIES", "Sa sœur habite la même rue");
        referent.picture("situation");
        hand.tap("Une action");
        hand.type("Quoi faire", "Envoyer l’échéancier au bailleur");
        hand.tap("Ajouter l’action");
        Await.until(
                "two items and an action",
                PATIENCE,
                () -> referent.dossier(dossier).bilanItems().size() == items + 2
                        && referent.dossier(dossier).actionItems().size() == actions + 1);
        report.happened("2 visite", "deux éléments de situation et une action");
    }

    private void addItem(Hand hand, String side, String text) {
        int items = referent.dossier(dossier).bilanItems().size();
        hand.tap(side);
        hand.type("#bilan-item-text", text);
        hand.tap("Ajouter");
        Await.until(
                "the item is on the phone",
                PATIENCE,
                () -> referent.dossier(dossier).bilanItems().size() > items);
        Await.until("the form is closed", PATIENCE, () -> !hand.sees("Fermer sans ajouter"));
    }

    private void sweepRights(Hand hand) {
        int rights = referent.phone().store().catalogue().rights().size();
        referent.open(new Destination.RightsSweep(dossier, null));
        referent.picture("droits-motif");
        hand.tap("#rights-begin");
        hand.see("À regarder d’abord");
        referent.picture("droits");
        hand.tapAll("domain-", "");
        hand.tapAll("answer-all-", "-NOT_ELIGIBLE");
        hand.tapAll("answer-first-", "-PROBABLE");
        referent.picture("droits-regardes");
        hand.tap("#rights-to-summary");
        referent.picture("droits-resume");
        hand.tap("#rights-finish");
        Await.until("all rights were looked at", PATIENCE, () -> latestSweep() == rights);
        report.happened("2 visite", "rendez-vous des droits : " + rights + " droits regardés");
    }

    private long latestSweep() {
        DossierContents contents = referent.dossier(dossier);
        return contents.rightsCheckups().stream()
                .max(Comparator.comparing(checkup -> checkup.value().course().startedAt()))
                .map(checkup -> contents.rightChecks().stream()
                        .filter(check -> check.value().subject().checkup().equals(checkup.id()))
                        .count())
                .orElse(0L);
    }

    /** 3. The colleague, offline too: one change that merges, one that cannot. */
    void changeTheSameDossierOnAnotherPhone() {
        changeHousehold(referent, "#household-street", REFERENTS_STREET);
        referent.picture("coordonnees");
        changeHousehold(colleague, "#household-phone", OLD_PHONE);
        changeHousehold(colleague, "#household-street", COLLEAGUES_STREET);
        colleague.open(new Destination.DossierPage(dossier));
        colleague.picture("dossier-de-la-collegue");
        report.happened("3 collègue", "un changement qui fusionne, un qui ne peut pas");
    }

    private void changeHousehold(HeadlessPhone phone, String field, String value) {
        int waiting = phone.state().waiting();
        phone.open(new Destination.DossierPage(dossier));
        phone.open(new Destination.HouseholdForm(dossier));
        phone.hand().type(field, value);
        phone.hand().tap("#household-save");
        Await.until(
                "the change waits",
                PATIENCE,
                () -> phone.phone().store().waiting().operations() > waiting);
    }

    /** 4. Both come back; the server keeps both sides, and pushes a reminder to the referent's phone. */
    void comeBackAndReconcile() throws SQLException {
        referentsNetwork.join();
        referent.phone().sync().syncNow();
        referent.untilInSync();
        report.happened("4 retour", "téléphone du référent à jour");
        colleaguesNetwork.join();
        colleague.phone().sync().syncNow();
        colleague.untilInSync();
        Await.until("the conflict is on the referent's phone", PATIENCE, () -> {
            referent.phone().sync().syncNow();
            return referent.openConflict(dossier).isPresent();
        });
        Dossier now = referent.dossier(dossier).dossier().value();
        check(now.address().street().equals(REFERENTS_STREET), "the first change stands");
        check(now.reachability() != null && OLD_PHONE.equals(now.reachability().phone()), "the other change merged");
        Conflict conflict = referent.openConflict(dossier).orElseThrow();
        check(conflict.variants().all().size() == 2, "both sides are kept");
        try (ServerDatabase database = new ServerDatabase(demo)) {
            report.happened("4 retour", database.verdicts(dossier.toString()));
        }
        Await.until(
                "a reminder was pushed", PATIENCE, () -> !referent.reminders().isEmpty());
        report.happened("4 retour", referent.reminders().size() + " rappel(s) reçu(s) sur le téléphone");
    }

    /** 5. Reviews and the conflict on the phone; the back office settles; both phones show it. */
    void reviewSettleAndSee() {
        referent.open(new Destination.Today());
        referent.picture("aujourdhui-apres");
        referent.open(new Destination.Reviews());
        referent.picture("reexamens");
        referent.open(new Destination.Reminders());
        referent.picture("rappels");
        referent.open(new Destination.SyncPage());
        referent.picture("synchronisation");
        var conflict = referent.dossier(dossier).conflicts().stream()
                .filter(entry -> entry.value().state().open())
                .findFirst()
                .orElseThrow();
        referent.open(new Destination.DossierPage(dossier));
        referent.picture("dossier-divergence");
        referent.open(new Destination.ConflictPage(dossier, conflict.id()));
        referent.picture("divergence");
        report.happened("5 règlement", "réexamens et divergence vus sur le téléphone");
        try (Browser browser = new Browser(demo.server(), pictures)) {
            browser.signIn(demo.account("BACK_OFFICE"), demo.password());
            browser.settle(dossier, demo.account("ADMIN_ASSISTANT").name());
        }
        report.happened("5 règlement", "divergence tranchée au bureau");
        for (HeadlessPhone phone : List.of(referent, colleague)) {
            Await.until("the settlement is on the phone", PATIENCE, () -> {
                phone.phone().sync().syncNow();
                return phone.openConflict(dossier).isEmpty()
                        && phone.dossier(dossier)
                                .dossier()
                                .value()
                                .address()
                                .street()
                                .equals(COLLEAGUES_STREET);
            });
        }
        referent.open(new Destination.DossierPage(dossier));
        referent.picture("dossier-tranche");
        colleague.open(new Destination.DossierPage(dossier));
        colleague.picture("dossier-tranche-collegue");
        report.happened("5 règlement", "les deux téléphones montrent le règlement");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("It does not hold that " + what);
        }
    }

    @Override
    public void close() throws IOException {
        referent.close();
        colleague.close();
        referentsNetwork.close();
        colleaguesNetwork.close();
    }
}
