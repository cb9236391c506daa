package org.tournee.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tournee.endtoend.ServerProcess;
import org.tournee.mobile.app.TourneeApp;
import org.tournee.reachability.Loaded.Kind;

/**
 * The lists of the native image name all that the phone loads by name, and nothing else. {@code main} writes them anew.
 */
class ReachabilityIT {

    /** Made by JavaFX itself, into which the recording does not look. */
    private static final Loaded THE_APP = new Loaded(Kind.METHOD, TourneeApp.class.getName(), "<init>()", "JavaFX");

    /** Native libraries differ from device to device: the pom names SQLite's for each target. */
    private static final Pattern OF_THIS_MACHINE = Pattern.compile("org/sqlite/native/.*");

    private static final String ZSTD = "com.github.luben.zstd";

    @TempDir
    private Path folder;

    @Test
    void theListsNameWhatThePhoneLoadsAndNothingElse() throws Exception {
        Set<Loaded> listed = NativeImageLists.read(lists());
        List<Loaded> recorded = RecordedTour.play(folder);
        Collection<Loaded> loaded = neededOnAPhone(recorded);

        assertThat(recorded.stream().filter(each -> each.kind() == Kind.LIBRARY))
                .as("without zstd, as on a phone, all travelled in gzip")
                .hasSize(2)
                .anyMatch(each -> each.caller().startsWith("org.sqlite."))
                .anyMatch(each -> each.caller().startsWith(ZSTD) && !each.name().startsWith("/"));
        assertThat(loaded)
                .as("the tour went where names are resolved")
                .anyMatch(each -> each.kind() == Kind.BUNDLE)
                .anyMatch(each -> each.name().endsWith("tokens-dark.css"))
                .anyMatch(each -> each.name().endsWith("Inter-Bold.ttf"))
                .anyMatch(each -> each.name().endsWith("SyncJsonComponent"));
        assertThat(loaded.stream()
                        .filter(each -> listed.stream().noneMatch(line -> NativeImageLists.names(line, each))))
                .as("loaded, but in no list: a phone would not find it")
                .isEmpty();
        assertThat(listed.stream()
                        .filter(line -> loaded.stream().noneMatch(each -> NativeImageLists.names(line, each))))
                .as("listed, but never loaded")
                .isEmpty();
    }

    private static Path lists() {
        return ServerProcess.root().resolve("mobile/src/main/resources").resolve(NativeImageLists.FOLDER);
    }

    /** A member needs its class as well. */
    private static Collection<Loaded> neededOnAPhone(List<Loaded> recorded) {
        return Stream.concat(Stream.of(THE_APP), recorded.stream())
                .filter(each -> each.kind() != Kind.LIBRARY)
                .filter(each -> !OF_THIS_MACHINE.matcher(each.name()).matches())
                .filter(each -> !each.caller().startsWith(ZSTD))
                .flatMap(each -> each.kind() == Kind.FIELD || each.kind() == Kind.METHOD
                        ? Stream.of(each, new Loaded(Kind.TYPE, each.name(), "", each.caller()))
                        : Stream.of(each))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Writes the lists anew, after {@code ./mvnw package}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        NativeImageLists.write(lists(), neededOnAPhone(RecordedTour.play(Files.createTempDirectory("tour"))));
    }
}
