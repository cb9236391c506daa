package org.tournee.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteJDBCLoader;
import org.tournee.endtoend.ServerProcess;

/**
 * What SQLite's native library looks up in Java is in the list of JNI. It is read out of the library itself: nothing
 * notes what native code asks for.
 */
class SqliteNamesTest {

    private static final Path LIST = ServerProcess.root()
            .resolve("mobile/src/main/resources")
            .resolve(NativeImageLists.FOLDER)
            .resolve("jni-config.json");
    private static final Pattern JAVA_NAME = Pattern.compile("(?:java/lang/Throwable|org/sqlite/[A-Za-z0-9/$]+)");
    private static final Pattern C_STRING = Pattern.compile("[\\x20-\\x7e]{3,}");

    @ParameterizedTest
    @ValueSource(strings = {"Linux-Android/aarch64", "Linux/x86_64"})
    void everyClassThatTheLibraryNamesIsListedWithMembersThatItNames(String platform) throws Exception {
        Set<String> strings = stringsOf("/org/sqlite/native/" + platform + "/libsqlitejdbc.so");
        Set<String> classes = new TreeSet<>();
        for (String string : strings) {
            if (JAVA_NAME.matcher(string).matches()) {
                String name = string.replace('/', '.');
                classes.add(name);
                inheritsFrom(Class.forName(name)).ifPresent(classes::add);
            }
        }
        List<?> listed = NativeImageLists.list(NativeImageLists.json(LIST));

        assertThat(listed.stream()
                        .map(type -> NativeImageLists.text(type, "name"))
                        .filter(name -> !name.startsWith("[")))
                .containsExactlyInAnyOrderElementsOf(classes)
                .hasSizeGreaterThan(8);
        for (Object type : listed) {
            // A linker keeps a string that is the end of another one only once.
            assertThat(members(NativeImageLists.map(type)))
                    .allMatch(member -> strings.stream().anyMatch(string -> string.endsWith(member)));
        }
    }

    /** SQLite's own class above that one: members are looked up through it. */
    private static Optional<String> inheritsFrom(Class<?> type) {
        return Optional.ofNullable(type.getSuperclass())
                .map(Class::getName)
                .filter(name -> name.startsWith("org.sqlite."));
    }

    /** The names of fields and methods; fails for one that its class does not have. */
    private static List<String> members(Map<String, Object> type) throws ReflectiveOperationException {
        Class<?> listed = Class.forName(type.get("name").toString());
        List<String> fields = NativeImageLists.list(type.getOrDefault("fields", List.of())).stream()
                .map(field -> NativeImageLists.text(field, "name"))
                .toList();
        for (String field : fields) {
            assertThat(listed.getDeclaredField(field)).isNotNull();
        }
        List<?> methods = NativeImageLists.list(type.getOrDefault("methods", List.of()));
        for (Object method : methods) {
            String name = NativeImageLists.text(method, "name");
            List<?> parameters =
                    NativeImageLists.list(NativeImageLists.map(method).get("parameterTypes"));
            assertThat(Stream.of(listed.getDeclaredMethods())
                            .filter(each -> each.getName().equals(name))
                            .map(each -> Stream.of(each.getParameterTypes())
                                    .map(Class::getName)
                                    .toList()))
                    .anyMatch(parameters::equals);
        }
        return Stream.concat(fields.stream(), methods.stream().map(method -> NativeImageLists.text(method, "name")))
                .toList();
    }

    private static Set<String> stringsOf(String library) throws IOException {
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(library)) {
            String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return C_STRING.matcher(bytes).results().map(MatchResult::group).collect(Collectors.toSet());
        }
    }
}
