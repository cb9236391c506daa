package org.tournee.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page of rules, made from the specification and the sources. It needs the JDK alone, so that it is written anew in
 * a second, from the repository's root: {@code java shared-model/src/test/java/org/tournee/rules/RulesPage.java}.
 */
final class RulesPage {

    static final String PAGE = "docs/rules.md";
    private static final String SPECIFICATION = "docs/domain.md";
    private static final String LATER = "docs/rules-later.md";
    private static final String OWN_TEST = "RulesPageTest.java"; // its ids are examples
    private static final List<String> MODULES = List.of("shared-model", "mobile", "sync-server");

    private static final String ID = "R-[A-Z]+(?:-\\d+)?";
    private static final Pattern ANY_ID = Pattern.compile("\\b" + ID + "(?![\\w-])");
    private static final Pattern RANGE = Pattern.compile("R-([A-Z]+)-(\\d+) to R-\\1-(\\d+)");
    private static final Pattern CITATION = Pattern.compile("Rules?: (" + ID + "(?:(?:, | and | to )" + ID + ")*)");
    private static final Pattern COMMENT_MARGIN = Pattern.compile("\\n\\s*(?:\\*|//)?\\s*");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^\\*\\*(" + ID + ")([^*]*)\\*\\*(.*)$");
    private static final Pattern POSTPONED = Pattern.compile("(?m)^- (" + ID + "): (.+)$");

    private final Path root;

    RulesPage(Path root) {
        this.root = root;
    }

    public static void main(String[] arguments) throws IOException {
        RulesPage page = new RulesPage(repository());
        Files.writeString(page.root.resolve(PAGE), page.text());
    }

    /** The root of the repository, from wherever in it the process was started. */
    static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve(SPECIFICATION))) {
            here = here.getParent();
        }
        return here;
    }

    /** What each rule says, by id, in the order of the specification. */
    Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        for (MatchResult rule : found(DEFINITION, read(root.resolve(SPECIFICATION)))) {
            String title = rule.group(2).strip().replaceFirst("\\.$", "");
            String sentence = firstSentence(rule.group(3));
            rules.put(
                    rule.group(1), title.isEmpty() || sentence.isEmpty() ? title + sentence : title + ". " + sentence);
        }
        return rules;
    }

    /** The rules that are not whole in code and tests, and the issue that each is left to. */
    Map<String, String> later() {
        Map<String, String> later = new LinkedHashMap<>();
        found(POSTPONED, read(root.resolve(LATER))).forEach(line -> later.put(line.group(1), line.group(2)));
        return later;
    }

    /** The classes of the product whose comments say {@code Rule: …}, by id and module. */
    Map<String, Map<String, Set<String>>> code() {
        return cited("src/main/java", ".java", RulesPage::citations);
    }

    /** The classes of tests in which an id stands, by id and module. */
    Map<String, Map<String, Set<String>>> tests() {
        Map<String, Map<String, Set<String>>> tests = cited("src/test/java", "Test.java", RulesPage::ids);
        cited("src/test/java", "IT.java", RulesPage::ids)
                .forEach((id, modules) ->
                        modules.forEach((module, names) -> tests.computeIfAbsent(id, key -> new LinkedHashMap<>())
                                .computeIfAbsent(module, key -> new TreeSet<>())
                                .addAll(names)));
        return tests;
    }

    /** The page. */
    String text() {
        Map<String, Map<String, Set<String>>> code = code();
        Map<String, Map<String, Set<String>>> tests = tests();
        Map<String, String> later = later();
        StringBuilder page = new StringBuilder("""
                # Rules, their code and their tests

                Made from [the specification](domain.md), the comments `Rule: …` of the code and the ids in the tests; \
                `RulesPageTest` fails when it is not what they say. To write it anew:

                ```sh
                java shared-model/src/test/java/org/tournee/rules/RulesPage.java
                ```

                A name that ends with `/` is a package. What has no code or no test yet is left to an issue in \
                [rules-later.md](rules-later.md).

                | rule | what it says | code | tests |
                |---|---|---|---|
                """);
        rules().forEach((id, sentence) -> page.append("| ")
                .append(id)
                .append(" | ")
                .append(sentence.replace("|", "\\|"))
                .append(" | ")
                .append(cell(code.getOrDefault(id, Map.of()), later.get(id)))
                .append(" | ")
                .append(cell(tests.getOrDefault(id, Map.of()), later.get(id)))
                .append(" |\n"));
        return page.toString();
    }

    private static String cell(Map<String, Set<String>> byModule, String issue) {
        if (byModule.isEmpty()) {
            return issue == null ? "none" : "later";
        }
        List<String> modules = new ArrayList<>();
        byModule.forEach((module, names) -> modules.add(module + ": " + String.join(", ", quoted(names))));
        return String.join("; ", modules);
    }

    private static List<String> quoted(Collection<String> names) {
        return names.stream().map(name -> "`" + name + "`").toList();
    }

    private Map<String, Map<String, Set<String>>> cited(
            String sources, String suffix, Function<String, Set<String>> idsOf) {
        Map<String, Map<String, Set<String>>> cited = new TreeMap<>();
        for (String module : MODULES) {
            for (Path file : files(root.resolve(module).resolve(sources), suffix)) {
                String name = name(file);
                for (String id : idsOf.apply(read(file))) {
                    cited.computeIfAbsent(id, key -> new LinkedHashMap<>())
                            .computeIfAbsent(module, key -> new TreeSet<>())
                            .add(name);
                }
            }
        }
        return cited;
    }

    /** The class, or the package where the whole of it is meant. */
    private static String name(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        return name.equals("package-info") ? file.getParent().getFileName() + "/" : name;
    }

    /** The ids of all {@code Rule: …} and {@code Rules: …} of a source, those on a comment's next line too. */
    static Set<String> citations(String source) {
        Set<String> ids = new TreeSet<>();
        String flowing = COMMENT_MARGIN.matcher(source).replaceAll(" ");
        found(CITATION, flowing).forEach(citation -> ids.addAll(ids(citation.group(1))));
        return ids;
    }

    /** All ids of a text; {@code R-SEG-5 to R-SEG-7} names three. */
    static Set<String> ids(String text) {
        Set<String> ids = new TreeSet<>();
        found(ANY_ID, text).forEach(id -> ids.add(id.group()));
        for (MatchResult range : found(RANGE, text)) {
            for (int n = Integer.parseInt(range.group(2)); n < Integer.parseInt(range.group(3)); n++) {
                ids.add("R-" + range.group(1) + "-" + n);
            }
        }
        return ids;
    }

    /** Up to the first full stop outside parentheses that a blank or the end follows, without sources in front. */
    static String firstSentence(String text) {
        String said = text.replaceFirst("^\\s*\\([^)]*\\)[.:]?", "").strip();
        int depth = 0;
        for (int i = 0; i < said.length(); i++) {
            char c = said.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            boolean ends = c == '.' && (i + 1 == said.length() || said.charAt(i + 1) == ' ');
            if (ends && depth == 0) {
                return said.substring(0, i + 1);
            }
        }
        return said;
    }

    private static List<MatchResult> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().toList();
    }

    private static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !file.endsWith(OWN_TEST))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
