package org.tournee.mobile.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.dossier.OpenDossierPhone;

/** What must hold of every screen, looked for on every screen. */
class EveryScreenTest {

    /** The smallest phone: at the usual text size, and at twice of it with the longest words. */
    @ParameterizedTest
    @CsvSource({
        "FRENCH,LIGHT,100,360,640",
        "GERMAN,DARK,200,360,640",
        "DUTCH,LIGHT,200,360,640",
        "FRENCH,LIGHT,200,360,640",
    })
    void nothingIsCutNothingOverlapsAndEveryTargetIsLargeAndNamed(
            Language language, Appearance.Mode mode, int percent, int width, int height) {
        try (OpenDossierPhone phone = new OpenDossierPhone(new Appearance(mode, percent), language)) {
            phone.camera.resize(width, height);
            assertThat(walk(phone, Findings::looksAndWords)).isEmpty();
        }
    }

    /** A phone that has just been enrolled: nothing there yet, and each screen says what to do. */
    @Test
    void anEmptyPhoneSaysWhatToDo() {
        try (OpenDossierPhone phone = OpenDossierPhone.empty(new Appearance(Appearance.Mode.DARK, 200))) {
            phone.camera.resize(360, 640);
            assertThat(look(phone, Stops.shell(), Findings::looks)).isEmpty();
        }
    }

    /** On its way it comes by every destination that the app has: a new one is not forgotten. */
    @Test
    void everythingCanBeDoneByKeyboardInTheOrderInWhichOneReads() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            Set<Class<?>> reached = new HashSet<>();
            assertThat(walk(phone, camera -> {
                        reached.add(phone.here().orElseThrow().getClass());
                        return Findings.byKeyboard(camera);
                    }))
                    .isEmpty();
            assertThat(reached).containsAll(destinations(Destination.class).collect(Collectors.toSet()));
        }
    }

    private static List<String> walk(OpenDossierPhone phone, Function<ScreenCamera, List<String>> look) {
        Stops.furnish(phone);
        return look(phone, Stops.all(), look);
    }

    private static List<String> look(
            OpenDossierPhone phone, List<Stop> stops, Function<ScreenCamera, List<String>> look) {
        List<String> found = new ArrayList<>();
        for (Stop stop : stops) {
            stop.reach().accept(phone);
            look.apply(phone.camera).forEach(finding -> found.add(stop.name() + ": " + finding));
        }
        return found;
    }

    private static Stream<Class<?>> destinations(Class<?> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(EveryScreenTest::destinations)
                : Stream.of(kind);
    }
}
