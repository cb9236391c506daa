package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every language says everything that French says, and no text stands in the code. §8 of the domain. */
class LanguagesTest {

    private static final Path TEXTS = Path.of("src", "main", "resources", "org", "tournee", "mobile");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern ACCENTED = Pattern.compile("\"[^\"\\n]*[à-öø-ÿÀ-ÖØ-Þ’][^\"\\n]*\"");
    private static final Pattern SHOWN = Pattern.compile(
            "(?:Texts\\.\\w+|Buttons\\.\\w+|new Label|setText|setPromptText|setAccessibleText|say|Field\\.\\w+)"
                    + "\\(\\s*\"[^\"]*\\p{L}[^\"]*\"");

    /** Above, a text that is the same as in French was forgotten; below, it may be a word of both languages. */
    private static final int WORDS_THAT_MAY_AGREE = 3;

    @ParameterizedTest
    @EnumSource(value = Language.class)
    void noKeyIsMissingAndNoneIsTooMany(Language language) throws IOException {
        for (String bundle : Messages.BUNDLES) {
            assertThat(texts(bundle, language).keySet())
                    .as("%s in %s", bundle, language)
                    .containsExactlyInAnyOrderElementsOf(
                            texts(bundle, Language.FRENCH).keySet());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class)
    void everyTextHasThePlacesOfTheFrenchOne(Language language) throws IOException {
        for (String bundle : Messages.BUNDLES) {
            Map<String, String> french = texts(bundle, Language.FRENCH);
            texts(bundle, language)
                    .forEach((key, text) -> assertThat(places(text))
                            .as("%s in %s", key, language)
                            .isEqualTo(places(french.get(key))));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class)
    void everyTextCanBeFilledAndHasNoStraightApostrophe(Language language) throws IOException {
        for (String bundle : Messages.BUNDLES) {
            texts(bundle, language).forEach((key, text) -> {
                assertThat(text).as("%s in %s", key, language).isNotBlank().doesNotContain("'");
                for (int count : List.of(0, 1, 2, 1000)) {
                    Object[] counted = {count, count, count, count, count};
                    assertThatCode(() -> new MessageFormat(text, language.locale()).format(counted))
                            .as("%s in %s", key, language)
                            .doesNotThrowAnyException();
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "FRENCH")
    void noSentenceWasLeftInFrench(Language language) throws IOException {
        List<String> left = new ArrayList<>();
        for (String bundle : Messages.BUNDLES) {
            Map<String, String> french = texts(bundle, Language.FRENCH);
            texts(bundle, language).forEach((key, text) -> {
                if (text.equals(french.get(key)) && words(text) > WORDS_THAT_MAY_AGREE) {
                    left.add(key);
                }
            });
        }
        assertThat(left).isEmpty();
    }

    @Test
    void aKeyStandsInOneBundleAlone() throws IOException {
        Map<String, String> where = new HashMap<>();
        for (String bundle : Messages.BUNDLES) {
            for (String key : texts(bundle, Language.FRENCH).keySet()) {
                assertThat(where.put(key, bundle)).as(key).isNull();
            }
        }
    }

    @Test
    void everyFileOfTextsIsRead() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            assertThat(files.map(path -> path.getFileName().toString())
                            .filter(name -> name.endsWith(".properties"))
                            .map(name -> name.replaceAll("(_\\w\\w)?\\.properties$", ""))
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(Messages.BUNDLES);
        }
    }

    @Test
    void noTextStandsInTheCode() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
                for (Pattern text : List.of(ACCENTED, SHOWN)) {
                    text.matcher(code).results().forEach(hit -> found.add(file.getFileName() + ": " + hit.group()));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FRENCH,mardi 10 mars,10 mars 2027",
        "GERMAN,'Dienstag, 10. März',10. März 2027",
        "DUTCH,dinsdag 10 maart,10 maart 2027",
        "ENGLISH,Tuesday 10 March,10 March 2027"
    })
    void datesAreSaidAsTheLanguageSaysThem(Language language, String thisYear, String nextYear) {
        DateTexts dates = new DateTexts(new Messages(language), ZoneId.of("Europe/Paris"), LocalDate.of(2026, 3, 9));
        assertThat(dates.dayOfWeek(LocalDate.of(2026, 3, 10))).isEqualTo(thisYear);
        assertThat(dates.day(LocalDate.of(2027, 3, 10))).isEqualTo(nextYear);
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    private static long words(String text) {
        return Pattern.compile("\\p{L}{2,}").matcher(text).results().count();
    }

    private static Map<String, String> texts(String bundle, Language language) throws IOException {
        String suffix = language == Language.FRENCH ? "" : "_" + language.code();
        Properties read = new Properties();
        try (var reader =
                Files.newBufferedReader(TEXTS.resolve(bundle + suffix + ".properties"), StandardCharsets.UTF_8)) {
            read.load(reader);
        }
        Map<String, String> texts = new HashMap<>();
        read.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
