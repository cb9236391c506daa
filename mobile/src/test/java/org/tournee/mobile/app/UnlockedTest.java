package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** A phone that was just unlocked, before and after its dossiers are typed. Rules: R-OFF, R-SYN, R-REM. */
class UnlockedTest {

    private static final String READING = "Lecture des dossiers…";

    private final Deque<Runnable> later = new ArrayDeque<>();
    private final OpenPhone phone = OpenPhone.unlocked(3, later::add);

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void untilAllIsTypedNothingIsToldOfAllDossiers() {
        assertThat(texts()).contains(READING);
        assertThat(truth()).isEqualTo(READING);
        for (Destination place :
                List.of(new Destination.Reminders(), new Destination.Reviews(), new Destination.SyncPage())) {
            phone.open(place);
            assertThat(texts()).as("%s", place).contains(READING);
        }
    }

    @Test
    void onceItIsTypedTheScreenOneLooksAtSaysIt() {
        typeAll();
        assertThat(texts()).doesNotContain(READING);
        assertThat(truth()).isEqualTo("1 divergence à voir · 1 changement revenu");
    }

    @Test
    void theListIsWholeBefore() {
        phone.open(new Destination.Dossiers());
        assertThat(items()).hasSize(3);
        assertThat(texts()).contains("3 sur 3").doesNotContain(READING);
    }

    /** The rows of a list show one dossier after another. */
    @Test
    void whoScrollsReadsWhatIsReadAloud() {
        try (OpenPhone full = OpenPhone.unlocked(40, later::add)) {
            full.open(new Destination.Dossiers());
            for (int first : List.of(0, 12, 30, 5)) {
                ScreenCamera.run(() -> list(full).scrollTo(first));
                assertThat(ScreenCamera.onScreen(() -> rows(full)))
                        .as("from %s on", first)
                        .hasSizeGreaterThan(2)
                        .allSatisfy(row -> assertThat(row.read())
                                .isNotEmpty()
                                .allSatisfy(text -> assertThat(row.aloud()).contains(text)));
            }
        }
    }

    /** What a row says, to the eye and to the ear. */
    private record Row(List<String> read, String aloud) {}

    private static List<Row> rows(OpenPhone of) {
        return list(of).lookupAll(".dossier-cell").stream()
                .map(ListCell.class::cast)
                .filter(cell -> cell.isVisible() && cell.getParent().isVisible() && !cell.isEmpty())
                .map(cell -> new Row(words(cell), cell.getAccessibleText()))
                .toList();
    }

    private static List<String> words(Node cell) {
        return Stream.of(".text-strong", ".text-muted", ".mark")
                .flatMap(kind -> cell.lookupAll(kind).stream())
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    private static ListView<?> list(OpenPhone of) {
        return (ListView<?>) of.camera.scene().getRoot().lookup(".dossier-list");
    }

    @Test
    void whatIsSoughtInTheListIsSaidOnceItIsKnown() {
        phone.open(new Destination.Dossiers());
        ScreenCamera.run(() -> field("#dossier-search").setText("personne de ce nom"));
        assertThat(texts()).contains(READING);
        typeAll();
        assertThat(texts()).contains("0 sur 3").doesNotContain(READING);
    }

    @Test
    void aSearchThatFindsNothingYetSaysSo() {
        phone.open(new Destination.Search());
        ScreenCamera.run(() -> field(".search-field").setText("personne de ce nom"));
        assertThat(texts()).contains(READING);
        typeAll();
        assertThat(texts()).doesNotContain(READING);
    }

    /** What runs in the background of the app runs to its end, and so does what it asks of the screen. */
    private void typeAll() {
        begun(); // it begins once the first screen is painted
        while (!later.isEmpty()) {
            later.remove().run();
            ScreenCamera.run(() -> {});
        }
    }

    private void begun() {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> ScreenCamera.onScreen(() -> !later.isEmpty()));
        } catch (TimeoutException e) {
            throw new AssertionError("nothing was begun in the background", e);
        }
    }

    private TextField field(String selector) {
        return (TextField) phone.camera.scene().getRoot().lookup(selector);
    }

    private List<?> items() {
        return ScreenCamera.onScreen(() -> List.copyOf(list(phone).getItems()));
    }

    private String truth() {
        return ScreenCamera.onScreen(
                () -> ((Button) phone.camera.scene().getRoot().lookup(".truth-bar")).getText());
    }

    private List<String> texts() {
        return ScreenCamera.onScreen(() -> phone.camera.scene().getRoot().lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList());
    }
}
