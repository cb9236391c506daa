package org.tournee.reachability;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
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
import java.util.regex.Pattern;
import org.tournee.reachability.Loaded.Kind;

/** The lists of the native image in GraalVM's own format, as far as 22.1 knows it: what a phone may ask for by name. */
final class NativeImageLists {

    static final String FOLDER = "META-INF/native-image/org.tournee/mobile";

    private static final Jsonb JSON = Jsonb.instance();
    private static final Map<Kind, String> ALL = Map.of(
            Kind.ALL_FIELDS, "allDeclaredFields",
            Kind.ALL_METHODS, "allDeclaredMethods",
            Kind.ALL_CONSTRUCTORS, "allDeclaredConstructors");

    private NativeImageLists() {}

    /** All of a folder but JNI; resources as patterns, and nobody as the one who asks. */
    static Set<Loaded> read(Path folder) throws IOException {
        Set<Loaded> listed = new TreeSet<>();
        for (Object type : list(json(folder.resolve("reflect-config.json")))) {
            readType(map(type), listed);
        }
        Map<String, Object> resources = map(json(folder.resolve("resource-config.json")));
        for (Object include : list(map(resources.get("resources")).get("includes"))) {
            listed.add(new Loaded(Kind.RESOURCE, text(include, "pattern"), "", ""));
        }
        for (Object bundle : list(resources.get("bundles"))) {
            listed.add(new Loaded(Kind.BUNDLE, text(bundle, "name"), "", ""));
        }
        for (Object proxy : list(json(folder.resolve("proxy-config.json")))) {
            listed.add(new Loaded(Kind.PROXY, join(list(proxy)), "", ""));
        }
        return listed;
    }

    private static void readType(Map<String, Object> type, Set<Loaded> into) {
        String name = text(type, "name");
        into.add(new Loaded(Kind.TYPE, name, "", ""));
        for (Object field : list(type.getOrDefault("fields", List.of()))) {
            into.add(new Loaded(Kind.FIELD, name, text(field, "name"), ""));
        }
        for (Object method : list(type.getOrDefault("methods", List.of()))) {
            String parameters = join(list(map(method).get("parameterTypes")));
            into.add(new Loaded(Kind.METHOD, name, text(method, "name") + '(' + parameters + ')', ""));
        }
        ALL.forEach((kind, key) -> {
            if (Boolean.TRUE.equals(type.get(key))) {
                into.add(new Loaded(kind, name, "", ""));
            }
        });
    }

    /** Whether a list names what was loaded. */
    static boolean names(Loaded listed, Loaded loaded) {
        if (listed.kind() != loaded.kind()) {
            return false;
        }
        return listed.kind() == Kind.RESOURCE
                ? Pattern.matches(listed.name(), loaded.name())
                : listed.name().equals(loaded.name()) && listed.member().equals(loaded.member());
    }

    /** Writes the lists anew. */
    static void write(Path folder, Collection<Loaded> loaded) throws IOException {
        Map<String, Map<String, Object>> types = new TreeMap<>();
        Set<String> resources = new TreeSet<>();
        Set<String> bundles = new TreeSet<>();
        Set<String> proxies = new TreeSet<>();
        for (Loaded each : new TreeSet<>(loaded)) {
            switch (each.kind()) {
                case RESOURCE -> resources.add(each.name());
                case BUNDLE -> bundles.add(each.name());
                case PROXY -> proxies.add(each.name());
                default -> addTo(types.computeIfAbsent(each.name(), NativeImageLists::named), each);
            }
        }
        Files.createDirectories(folder);
        write(folder, "reflect-config.json", List.copyOf(types.values()));
        write(
                folder,
                "resource-config.json",
                Map.of(
                        "resources",
                        Map.of(
                                "includes",
                                resources.stream()
                                        .map(name -> Map.of("pattern", Pattern.quote(name)))
                                        .toList()),
                        "bundles",
                        bundles.stream().map(NativeImageLists::named).toList()));
        write(
                folder,
                "proxy-config.json",
                proxies.stream().map(names -> List.of(names.split(",", -1))).toList());
    }

    private static Map<String, Object> named(String name) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", name);
        return entry;
    }

    private static void addTo(Map<String, Object> type, Loaded loaded) {
        if (ALL.containsKey(loaded.kind())) {
            type.put(ALL.get(loaded.kind()), true);
        } else if (loaded.kind() == Kind.FIELD) {
            add(type, "fields", named(loaded.member()));
        } else if (loaded.kind() == Kind.METHOD) {
            String member = loaded.member();
            int open = member.indexOf('(');
            String parameters = member.substring(open + 1, member.length() - 1);
            Map<String, Object> method = named(member.substring(0, open));
            method.put("parameterTypes", parameters.isEmpty() ? List.of() : List.of(parameters.split(",", -1)));
            add(type, "methods", method);
        }
    }

    private static void add(Map<String, Object> type, String key, Map<String, Object> entry) {
        List<Object> entries = new ArrayList<>(list(type.getOrDefault(key, List.of())));
        if (!entries.contains(entry)) {
            entries.add(entry);
        }
        type.put(key, entries);
    }

    private static void write(Path folder, String name, Object json) throws IOException {
        String pretty =
                JSON.toJsonPretty(json).replaceAll("\": \\s+\"", "\": \"").replaceAll("\\[\\s+]", "[]");
        Files.writeString(folder.resolve(name), pretty.strip() + "\n");
    }

    static Object json(Path file) throws IOException {
        return JSON.type(Object.class).fromJson(Files.readString(file));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    static List<?> list(Object json) {
        return (List<?>) json;
    }

    static String text(Object json, String key) {
        return map(json).get(key).toString();
    }

    private static String join(List<?> names) {
        return String.join(",", names.stream().map(Object::toString).toList());
    }
}
