package org.tournee.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import javafx.scene.control.skin.VirtualFlow;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.store.SqlitePhoneStore;

/** A hard fling through the list of 1,000 dossiers, down and up: what each frame asks of the screen's own thread. */
final class ScrollBench {

    static final String NAME = "scroll";

    private static final int ROWS = 1_000;

    /** A frame's way of a fling: more than half a row. */
    private static final double STEP = 60;

    private static final int FRAMES_OF_A_WAY = 1_600;
    private static final double NANOS_OF_A_MILLI = 1e6;

    private final Path folder;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    ScrollBench(Path folder) {
        this.folder = folder;
    }

    /** The 99.9th percentile of all frames, beside the longest of them. */
    Figure measure(int ways) throws Exception {
        try (SqlitePhoneStore store = FullStore.ofHouseholds(folder, ROWS)) {
            OpenApp app = OpenApp.over(store, folder);
            app.show(new Destination.Dossiers());
            fling(app, STEP); // to warm up
            double[] frames = new double[ways * FRAMES_OF_A_WAY];
            for (int way = 0; way < ways; way++) {
                double[] taken = fling(app, way % 2 == 0 ? -STEP : STEP);
                System.arraycopy(taken, 0, frames, way * FRAMES_OF_A_WAY, FRAMES_OF_A_WAY);
            }
            DoubleSummaryStatistics all = Arrays.stream(frames).summaryStatistics();
            Arrays.sort(frames);
            double worst = frames[(int) (frames.length * 0.999)];
            return new Figure(NAME, worst, "ms", "the longest of " + all.getCount() + " frames", all.getMax());
        }
    }

    private double[] fling(OpenApp app, double step) {
        double[] frames = new double[FRAMES_OF_A_WAY];
        for (int frame = 0; frame < FRAMES_OF_A_WAY; frame++) {
            frames[frame] = ScreenCamera.onScreen(() -> frame(app, step)); // each in a turn of its own
        }
        return frames;
    }

    private double frame(OpenApp app, double step) {
        VirtualFlow<?> rows = (VirtualFlow<?>) app.camera().scene().lookup(".virtual-flow");
        long start = threads.getCurrentThreadCpuTime();
        rows.scrollPixels(step);
        app.layOut();
        return (threads.getCurrentThreadCpuTime() - start) / NANOS_OF_A_MILLI;
    }
}
