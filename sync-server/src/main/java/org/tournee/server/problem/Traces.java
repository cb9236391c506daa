package org.tournee.server.problem;

import org.jspecify.annotations.Nullable;

/** What of an exception may be logged: messages quote values, types and places do not. Rule: R-SHARE. */
public final class Traces {

    private static final int DEEPEST = 5;
    private static final int FRAMES = 12;

    private Traces() {}

    /** The types of an exception and its causes, each with the places it came through. */
    public static String withoutMessages(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            text.append(depth == 0 ? "" : "\n caused by ")
                    .append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append("\n    at ").append(frames[i]);
            }
            cause = cause.getCause();
        }
        return text.toString();
    }
}
