package org.tournee.endtoend;

import java.util.Collection;

/** What was going on when a process was killed. */
enum Moment {
    /** It had not begun to work. */
    STARTING,
    /** A save had begun and had not returned. */
    SAVING,
    /** A push waited for its answer. */
    PUSHING,
    /** A pull waited for its answer. */
    PULLING,
    BETWEEN;

    private static final String PUSH = "/sync/v1/push";
    private static final String PULL = "/sync/v1/pull";

    /** What those networks carry now. */
    static Moment of(Collection<Network> networks) {
        if (networks.stream().anyMatch(network -> network.carries(PUSH))) {
            return PUSHING;
        }
        return networks.stream().anyMatch(network -> network.carries(PULL)) ? PULLING : BETWEEN;
    }
}
