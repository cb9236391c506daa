package org.tournee.server.load;

/** Says of the work that runs that it waited too long to be begun: it is refused where it would ask for more. */
public final class Lateness {

    private static final ScopedValue<Boolean> LATE = ScopedValue.newInstance();

    private Lateness() {}

    /** Whether the caller's work waited too long. */
    public static boolean isLate() {
        return LATE.isBound();
    }

    static void runLate(Runnable work) {
        ScopedValue.where(LATE, true).run(work);
    }
}
