package org.tournee.reachability;

/**
 * Something that was asked for by its name and was there.
 *
 * @param name of the class, the resource, the bundle or the library
 * @param member the field's name, or the method with its parameter types; empty for the rest
 * @param caller the class that asked
 */
record Loaded(Kind kind, String name, String member, String caller) implements Comparable<Loaded> {

    private static final String BETWEEN = "\t";

    enum Kind {
        TYPE,
        FIELD,
        METHOD,
        ALL_FIELDS,
        ALL_METHODS,
        ALL_CONSTRUCTORS,
        PROXY,
        RESOURCE,
        BUNDLE,
        LIBRARY
    }

    String line() {
        return String.join(BETWEEN, kind.name(), name, member, caller);
    }

    static Loaded of(String line) {
        String[] parts = line.split(BETWEEN, -1);
        return new Loaded(Kind.valueOf(parts[0]), parts[1], parts[2], parts[3]);
    }

    @Override
    public int compareTo(Loaded other) {
        return line().compareTo(other.line());
    }
}
