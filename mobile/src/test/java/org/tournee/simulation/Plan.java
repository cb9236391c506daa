package org.tournee.simulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.tournee.simulation.Event.Kind;

/**
 * What a seed decides before anything happens: how many phones there are, and what happens one after another.
 *
 * @param seed of the world in which it happens
 */
record Plan(long seed, int phones, List<Event> events) {

    static final int MOST_PHONES = 5;

    private static final int FEWEST_EVENTS = 40;
    private static final int MORE_EVENTS = 110;
    private static final int WHO = 1 << 16;

    /** One life of so many is narrow, and has one fault of so many. */
    private static final int NARROW = 4;

    private static final int FEWEST_WOVEN = 10;
    private static final int MORE_WOVEN = 20;

    /** What is woven in together, each theme by a chance of its own. */
    private static final List<List<Kind>> THEMES = List.of(
            List.of(Kind.STEP_PREPARED, Kind.STEP_PREPARED, Kind.STEP_SIGNED, Kind.STEP_SIGNED, Kind.STEP_SIGNED),
            List.of(Kind.DOCUMENT_TAKEN, Kind.DOCUMENT_TAKEN, Kind.PIECE_CORRUPTED, Kind.PIECE_ALTERED),
            List.of(
                    Kind.APP_UPGRADED,
                    Kind.APP_UPGRADED,
                    Kind.APP_UPGRADED,
                    Kind.APP_UPGRADED,
                    Kind.APP_UPGRADED,
                    Kind.INSTANCE_UPGRADED),
            List.of(Kind.DEMAND_HANDLED),
            List.of(Kind.ROUND_CHANGED),
            List.of(Kind.CHECKUP_CHANGED),
            List.of(
                    Kind.DOCUMENT_TAKEN,
                    Kind.DOCUMENT_TAKEN,
                    Kind.DOCUMENT_OPENED,
                    Kind.DOCUMENT_OPENED,
                    Kind.DOCUMENT_OPENED,
                    Kind.DOCUMENTS_LET_GO,
                    Kind.PIECE_CORRUPTED),
            List.of(
                    Kind.DOCUMENT_TAKEN,
                    Kind.DOCUMENT_TAKEN,
                    Kind.DOCUMENT_DESCRIBED,
                    Kind.DOCUMENT_DESCRIBED,
                    Kind.DOCUMENT_DESCRIBED,
                    Kind.DOCUMENT_DESCRIBED),
            List.of(Kind.SHORT_PUSHES, Kind.EDIT, Kind.EDIT, Kind.EDIT));

    /** Over real stores the bytes of documents go another way: see docs/simulation.md. */
    private static final Set<Kind> IN_MEMORY_ALONE = EnumSet.of(
            Kind.DOCUMENT_TAKEN,
            Kind.PIECE_CORRUPTED,
            Kind.PIECE_ALTERED,
            Kind.DOCUMENT_OPENED,
            Kind.DOCUMENTS_LET_GO,
            Kind.DOCUMENT_DESCRIBED);

    private static final Set<Kind> ARCHIVE =
            EnumSet.of(Kind.ARCHIVED, Kind.SERVER_BACKED_UP, Kind.RESTORED, Kind.FAILED_OVER);

    Plan {
        events = List.copyOf(events);
    }

    static Plan of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int phones = 1 + random.nextInt(MOST_PHONES);
        List<Kind> kinds = kinds(seed, random);
        int total = kinds.stream().mapToInt(Kind::weight).sum();
        int count = FEWEST_EVENTS + random.nextInt(MORE_EVENTS);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(new Event(pick(kinds, random.nextInt(total)), random.nextInt(WHO), random.nextLong()));
        }
        weave(seed, events);
        return new Plan(seed, phones, events);
    }

    /** A life without most faults goes deeper into what is left: each leaves some of them out, some nearly all. */
    private static List<Kind> kinds(long seed, SplittableRandom random) {
        SplittableRandom own = new SplittableRandom(seed ^ 0x510E527FADE682D1L);
        boolean narrow = own.nextInt(NARROW) == 0;
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            boolean always = kind.weight() > 0 && kind.compareTo(Kind.TIME_PASSES) < 0;
            boolean mostly = kind.weight() > 0 && !always && random.nextInt(3) > 0;
            if (always || (mostly && (!narrow || own.nextInt(NARROW) == 0))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** Most lives have none of a theme: they stay as they were before it was known. */
    private static void weave(long seed, List<Event> events) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x3C6EF372FE94F82BL);
        for (List<Kind> theme : THEMES) {
            SplittableRandom own = random.split();
            if (own.nextInt(3) == 0) {
                for (int left = FEWEST_WOVEN + own.nextInt(MORE_WOVEN); left > 0; left--) {
                    Event event = new Event(theme.get(own.nextInt(theme.size())), own.nextInt(WHO), own.nextLong());
                    int early = events.size() / 3; // phones hold nothing yet
                    events.add(early + own.nextInt(events.size() - early + 1), event);
                }
            }
        }
    }

    private static Kind pick(List<Kind> kinds, int at) {
        int left = at;
        for (Kind kind : kinds) {
            left -= kind.weight();
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("The weights do not add up");
    }

    /** Whether what the server holds is durable only once an archive has it. */
    boolean hasArchive() {
        return events.stream().anyMatch(event -> ARCHIVE.contains(event.kind()));
    }

    /** Whether phones and instances begin with a program of before today. */
    boolean beginsOld() {
        return has(Kind.APP_UPGRADED) || has(Kind.INSTANCE_UPGRADED);
    }

    /** Whether phones take documents in. */
    boolean hasDocuments() {
        return has(Kind.DOCUMENT_TAKEN);
    }

    /** Whether dossiers are in segments. */
    boolean hasSteps() {
        return has(Kind.STEP_PREPARED);
    }

    /** Whether that happens in it. */
    boolean has(Kind kind) {
        return events.stream().anyMatch(event -> event.kind() == kind);
    }

    /** A line that {@link #read} understands: seed, phones, then events. */
    String text() {
        StringBuilder text = new StringBuilder(seed + " " + phones);
        events.forEach(event -> text.append("; ").append(event));
        return text.toString();
    }

    static Plan read(String text) {
        String[] parts = text.split("; ", -1);
        String[] head = parts[0].split(" ", -1);
        List<Event> events = new ArrayList<>();
        for (String part : List.of(parts).subList(1, parts.length)) {
            String[] words = part.split(" ", -1);
            events.add(new Event(
                    Kind.valueOf(words[0]), Integer.parseInt(words[1]), Long.parseUnsignedLong(words[2], 16)));
        }
        return new Plan(Long.parseLong(head[0]), Integer.parseInt(head[1]), events);
    }

    /** The same without what cannot be played over real stores. */
    Plan overRealStores() {
        return with(events.stream()
                .filter(event -> !IN_MEMORY_ALONE.contains(event.kind()))
                .toList());
    }

    /** The same without some of it. */
    Plan with(List<Event> left) {
        return new Plan(seed, phones, left);
    }
}
