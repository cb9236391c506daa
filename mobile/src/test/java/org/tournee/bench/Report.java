package org.tournee.bench;

import java.io.PrintStream;

/** Says each figure as soon as it is known. */
final class Report {

    private final PrintStream out;
    private final boolean json;
    private boolean begun;

    Report(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void add(Figure figure) {
        if (!json && !begun) {
            out.println(Figure.heading());
        }
        begun = true;
        out.println(json ? figure.json() : figure.row());
        out.flush();
    }
}
