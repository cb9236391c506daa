package org.tournee.server.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.server.page.Shell;

/**
 * What operators look up. No contents, no names of people who are accompanied.
 *
 * @param asked whether anything was looked for
 * @param found those that fit; empty where one alone is shown
 * @param one the only one that fits, followed; null for none or several
 */
public record TracePage(
        Shell shell,
        String stream,
        String number,
        String other,
        boolean asked,
        List<Row> found,
        @Nullable One one) {

    /** One that fits. */
    public record Row(String path, String id, String received, String outcome, String tone) {}

    /** One that is followed: its stations, what its bytes say, and who has it. */
    public record One(
            String id, String outcome, String tone, List<Fact> stations, List<Fact> facts, List<Holder> holders) {}

    /** A thing and what is said of it; {@code code} for ids. */
    public record Fact(String what, String said, boolean code) {}

    /** A phone that is to receive its effect. */
    public record Holder(String who, String device, String state, String tone) {}
}
