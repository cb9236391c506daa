package org.tournee.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.text.Text;
import org.tournee.mobile.app.ScreenCamera;

/** The worker's hand and eye: taps what is on the screen by the words that are seen or read aloud, types, looks. */
public final class Hand {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScreenCamera camera;

    public Hand(ScreenCamera camera) {
        this.camera = camera;
    }

    /** Waits for the words and taps them. Words that are whole go before words that merely begin so. */
    public void tap(String words) {
        Await.until(() -> "« " + words + " » can be tapped; seen: " + seenNow(), PATIENCE, () -> tryTap(words));
    }

    /** Taps the first of those words that is on the screen; false where none is. */
    public boolean tapIfThere(String words) {
        return tryTap(words);
    }

    /** Taps everything, one after another, whose id begins and ends so; returns how many. */
    public int tapAll(String idBegins, String idEnds) {
        return ScreenCamera.onScreen(() -> {
            List<String> ids = visible()
                    .map(Node::getId)
                    .filter(id -> id != null && id.startsWith(idBegins) && id.endsWith(idEnds))
                    .distinct()
                    .toList();
            ids.forEach(id -> find(node -> id.equals(node.getId())).ifPresent(Hand::tap));
            return ids.size();
        });
    }

    /** Types into the field of that name, in place of what it held. */
    public void type(String field, String text) {
        Await.until(
                () -> "the field « " + field + " »; seen: " + seenNow(),
                PATIENCE,
                () -> ScreenCamera.onScreen(() -> {
                    Optional<TextInputControl> input = visible()
                            .filter(node -> node instanceof TextInputControl
                                    && (isCalled(node, field) || words(node).startsWith(field)))
                            .map(TextInputControl.class::cast)
                            .findFirst();
                    input.ifPresent(control -> {
                        control.requestFocus();
                        control.setText(text);
                    });
                    return input.isPresent();
                }));
    }

    /** Waits until the words are on the screen. */
    public void see(String words) {
        Await.until(() -> "« " + words + " » is seen; seen: " + seenNow(), PATIENCE, () -> sees(words));
    }

    public boolean sees(String words) {
        return ScreenCamera.onScreen(
                () -> visible().anyMatch(node -> words(node).contains(words)));
    }

    /** All that can be read now, for a message. */
    public List<String> seenNow() {
        return ScreenCamera.onScreen(() -> visible()
                .map(Hand::words)
                .filter(Predicate.not(String::isBlank))
                .distinct()
                .toList());
    }

    private boolean tryTap(String words) {
        return ScreenCamera.onScreen(() -> {
            Optional<Node> target = find(node -> isCalled(node, words))
                    .or(() -> find(node -> words(node).startsWith(words)))
                    .or(() -> find(node -> words(node).contains(words)));
            target.ifPresent(Hand::tap);
            return target.isPresent();
        });
    }

    private Optional<Node> find(Predicate<Node> wanted) {
        return visible()
                .filter(wanted)
                .map(Hand::tappable)
                .flatMap(Optional::stream)
                .filter(node -> !node.isDisabled())
                .findFirst();
    }

    /** The node that would take the tap: itself or what it lies in. */
    private static Optional<Node> tappable(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ButtonBase || at.getOnMouseClicked() != null) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static void tap(Node node) {
        node.requestFocus();
        if (node instanceof ButtonBase button) {
            button.fire();
        } else {
            node.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_CLICKED,
                    1,
                    1,
                    1,
                    1,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    true,
                    new PickResult(node, 1, 1)));
        }
    }

    /** {@code #id}, or words that are seen or read aloud. */
    private static boolean isCalled(Node node, String name) {
        return name.startsWith("#")
                ? name.substring(1).equals(node.getId())
                : words(node).equals(name);
    }

    /** With usual spaces, as texts are written. */
    private static String words(Node node) {
        return set(node).replace('\u00A0', ' ');
    }

    private static String set(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            return labeled.getText();
        }
        if (node instanceof TextInputControl input && input.getText() != null) {
            return input.getText();
        }
        return node instanceof Text text && !(text.getParent() instanceof Labeled) ? text.getText() : "";
    }

    private java.util.stream.Stream<Node> visible() {
        List<Node> nodes = new ArrayList<>();
        collect(camera.scene().getRoot(), nodes);
        return nodes.stream();
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible()) {
            return;
        }
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }
}
