package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.tournee.bilan.ActionItem;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.segment.Segment;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** The way through the app, in a real window over a real store. */
class ShellTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void theTruthBarSaysWhatWaitsAsSoonAsItIsSaved() {
        try (OpenPhone phone = OpenPhone.withHouseholds(3)) {
            assertThat(truth(phone)).doesNotContain("en attente");
            ActionItem action = new ActionItem(
                    new ActionItem.Task("Rappeler la CAF", ActionItem.By.SERVICE, ActionItem.Horizon.SHORT, null),
                    new ActionItem.Progress(ActionItem.State.TO_DO, null));
            phone.fixture
                    .store()
                    .save(Edit.of(
                            PhoneStoreFixture.dossier(2),
                            new Edit.Create(RecordKind.ACTION_ITEM, NewRecord.id(), Audience.SERVICE, action)));
            await(() -> truth(phone).contains("1 modification en attente depuis 09:30"));
        }
    }

    /** Another language makes another shell over the same store: the one before must not go on working behind it. */
    @Test
    void aShellThatIsLeftListensNoMore() {
        try (OpenPhone phone = OpenPhone.withHouseholds(1)) {
            assertThat(phone.sync.isHeard()).isTrue();
            ScreenCamera.run(phone.shell::stop);
            assertThat(phone.sync.isHeard()).isFalse();
        }
    }

    @Test
    void backGoesTheWayOneCameAndEndsAtToday() {
        try (OpenPhone phone = OpenPhone.withHouseholds(3)) {
            phone.open(new Destination.More());
            phone.open(new Destination.SyncPage());
            phone.open(new Destination.ReturnedChanges());
            press(phone, KeyCode.ESCAPE, false);
            assertThat(phone.shell.here()).contains(new Destination.SyncPage());
            press(phone, KeyCode.ESCAPE, false);
            assertThat(phone.shell.here()).contains(new Destination.More());
            press(phone, KeyCode.ESCAPE, false);
            assertThat(phone.shell.here()).contains(new Destination.Today());
            press(phone, KeyCode.ESCAPE, false);
            assertThat(phone.shell.here()).contains(new Destination.Today());
        }
    }

    @Test
    void theBottomBarGoesToItsPlacesAndTheTruthBarToTheSyncPage() {
        try (OpenPhone phone = OpenPhone.withHouseholds(3)) {
            fire(phone, "Rappels");
            assertThat(phone.shell.here()).contains(new Destination.Reminders());
            fire(phone, "Consigner");
            assertThat(phone.shell.here()).contains(new Destination.RecordFor());
            ScreenCamera.run(() -> ((Button) one(phone, ".truth-bar")).fire());
            assertThat(phone.shell.here()).contains(new Destination.SyncPage());
            fire(phone, "Synchroniser maintenant");
            assertThat(phone.sync.asked.get()).isEqualTo(1);
        }
    }

    @Test
    void whoeverRecordsFromAnyPageOfADossierRecordsForIt() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.FollowUps(phone.dossier(2)));
            phone.tap("Consigner");
            assertThat(phone.here()).contains(new Destination.ContactForm(phone.dossier(2), null));
        }
    }

    @Test
    void searchNarrowsTheDossiersWhileOneTypes() {
        try (OpenPhone phone = OpenPhone.withHouseholds(30)) {
            press(phone, KeyCode.F, true);
            assertThat(phone.shell.here()).contains(new Destination.Dossiers());
            assertThat(items(phone)).hasSize(30);
            type(phone, "lefevre poi");
            assertThat(rows(phone))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).contains("Lefèvre").contains("Poitiers"));
            type(phone, "zzz");
            assertThat(texts(phone)).contains("Aucun dossier ne correspond");
            type(phone, "");
            assertThat(items(phone)).hasSize(30);
        }
    }

    @Test
    void aFilterKeepsItsSegment() {
        try (OpenPhone phone = OpenPhone.withHouseholds(30)) {
            phone.open(new Destination.Dossiers());
            ScreenCamera.run(() -> ((ToggleButton) labelled(phone, "A")).fire());
            assertThat(items(phone)).hasSize(10);
            assertThat(rows(phone))
                    .isNotEmpty()
                    .allSatisfy(row ->
                            assertThat(row).contains(phone.phone.messages().of(Segment.A)));
        }
    }

    @Test
    void theListMakesOnlyTheCellsThatAreSeen() {
        try (OpenPhone phone = OpenPhone.withHouseholds(250)) {
            phone.open(new Destination.Dossiers());
            phone.picture("dossiers-250");
            assertThat(items(phone)).hasSize(250);
            assertThat(phone.camera.scene().getRoot().lookupAll(".dossier-row")).hasSizeLessThan(30);
        }
    }

    private static String truth(OpenPhone phone) {
        return ScreenCamera.onScreen(() -> ((Button) one(phone, ".truth-bar")).getText());
    }

    private static void fire(OpenPhone phone, String name) {
        ScreenCamera.run(() -> ((Button) labelled(phone, name)).fire());
    }

    private static void type(OpenPhone phone, String text) {
        ScreenCamera.run(() -> ((TextField) one(phone, "#dossier-search")).setText(text));
    }

    private static List<?> items(OpenPhone phone) {
        return ScreenCamera.onScreen(() -> List.copyOf(((ListView<?>) one(phone, ".dossier-list")).getItems()));
    }

    /** What the rows that are seen say to whoever hears them. */
    private static List<String> rows(OpenPhone phone) {
        return ScreenCamera.onScreen(() -> phone.camera.scene().getRoot().lookupAll(".dossier-cell").stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList());
    }

    private static List<String> texts(OpenPhone phone) {
        return ScreenCamera.onScreen(() -> phone.camera.scene().getRoot().lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList());
    }

    private static void press(OpenPhone phone, KeyCode code, boolean control) {
        ScreenCamera.run(() -> phone.shell
                .root()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
    }

    private static Node one(OpenPhone phone, String selector) {
        phone.camera.scene().getRoot().applyCss();
        phone.camera.scene().getRoot().layout();
        return phone.camera.scene().getRoot().lookup(selector);
    }

    private static Node labelled(OpenPhone phone, String text) {
        Parent root = phone.camera.scene().getRoot();
        root.applyCss();
        root.layout();
        return Stream.of(".button", ".toggle-button")
                .flatMap(kind -> root.lookupAll(kind).stream())
                .filter(node -> node instanceof Labeled labeled && text.equals(labeled.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }
}
