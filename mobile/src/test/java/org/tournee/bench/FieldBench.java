package org.tournee.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.search.SearchIndex;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.SqlitePhoneStore;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** What a worker waits for in the field, over the store of {@link FullStore}: the 99th percentile of each. */
final class FieldBench {

    static final String SEARCH = "search";
    static final String SAVE = "save_contact";
    static final String OPEN = "open_dossier";

    /** As they are typed: each of their beginnings is a search of its own. The last two hold an error. */
    private static final List<String> TYPED = List.of(
            "martin", "lefevre caf", "poitiers", "visite a domicile", "aide au logement", "lefebvre", "domicille");

    private final Path folder;
    private final BenchOptions options;

    FieldBench(Path folder, BenchOptions options) {
        this.folder = folder;
        this.options = options;
    }

    void measure(Report report) throws Exception {
        try (SqlitePhoneStore store = FullStore.create(folder)) {
            if (options.wants(SEARCH)) {
                report.add(search(store));
            }
            if (options.wants(OPEN)) {
                report.add(open(store));
            }
            if (options.wants(SAVE)) {
                report.add(save(store));
            }
        }
    }

    private Figure search(SqlitePhoneStore store) throws Exception {
        List<DossierContents> held = store.dossiers();
        double made = Timing.medianMillis(3, () -> SearchIndex.EMPTY.of(held, store.catalogue()));
        SearchIndex index = SearchIndex.EMPTY.of(held, store.catalogue());
        List<String> letters = TYPED.stream().flatMap(FieldBench::beginnings).toList();
        double worst = percentile(
                options.times(5, 25) * letters.size(),
                at -> Timing.millis(() -> index.find(letters.get(at % letters.size()))));
        return new Figure(SEARCH, worst, "ms", "making the index, once a visit and in the background", made);
    }

    private static Stream<String> beginnings(String typed) {
        return IntStream.rangeClosed(1, typed.length()).mapToObj(end -> typed.substring(0, end));
    }

    private Figure save(SqlitePhoneStore store) throws Exception {
        List<DossierId> dossiers =
                store.dossiers().stream().map(DossierContents::id).toList();
        int times = options.times(200, 1_000);
        double worst =
                percentile(times, at -> Timing.millis(() -> save(store, dossiers.get(at % dossiers.size()), at)));
        return new Figure(SAVE, worst, "ms", "one write that waits for the disk", DiskWrite.millis(folder, times));
    }

    private static boolean save(SqlitePhoneStore store, DossierId dossier, int number) {
        store.save(Edit.of(
                dossier,
                new Edit.Create(RecordKind.CONTACT, Contacts.newId(), Audience.SERVICE, Contacts.contact(number))));
        return true;
    }

    /** From the tap to the page as it is laid out. */
    private Figure open(SqlitePhoneStore store) throws Exception {
        OpenApp app = OpenApp.over(store, folder);
        List<DossierId> dossiers =
                store.dossiers().stream().map(DossierContents::id).toList();
        int times = options.times(200, 1_000);
        double page = percentile(times, at -> shown(app, new Destination.More()));
        double worst =
                percentile(times, at -> shown(app, new Destination.DossierPage(dossiers.get(at % dossiers.size()))));
        return new Figure(OPEN, worst, "ms", "a page that reads no dossier", page);
    }

    /** What the screen's thread takes to make and lay out a page, without the painting, which is the toolkit's. */
    private static double shown(OpenApp app, Destination destination) {
        return ScreenCamera.onScreen(() -> {
            app.shell().open(new Destination.Dossiers());
            return Timing.millis(() -> {
                app.shell().open(destination);
                app.layOut();
                return true;
            });
        });
    }

    /** Takes the time of the work of that number, in milliseconds. */
    private interface Timed {
        double at(int number) throws Exception;
    }

    /** The 99th percentile, after a tenth as many to warm up. */
    private static double percentile(int times, Timed work) throws Exception {
        double[] taken = new double[times];
        for (int at = -times / 10; at < times; at++) {
            double millis = work.at(Math.abs(at));
            if (at >= 0) {
                taken[at] = millis;
            }
        }
        Arrays.sort(taken);
        return taken[Math.min(times - 1, times * 99 / 100)];
    }
}
