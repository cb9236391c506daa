package org.tournee.simulation;

import java.util.Map;
import org.tournee.sync.StreamId;

/** A request on its way, and what comes back. */
final class Exchange {

    /** Where it is. */
    enum State {
        /** The request travels. */
        SENT,
        /** The server works on it. */
        SERVED,
        /** The answer travels. */
        ANSWERED,
        /** The phone has its answer, or was told that there will be none. */
        OVER
    }

    /** What came back; no answer at all where {@code status} is 0. */
    static final class Reply {

        private final int status;
        private final byte[] body;

        Reply(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }

        static final Reply NONE = new Reply(0, new byte[0]);
    }

    final StreamId stream;
    final String path;
    final Map<String, String> headers;
    final byte[] body;
    State state = State.SENT;
    Reply reply = Reply.NONE;

    Exchange(StreamId stream, String path, Map<String, String> headers, byte[] body) {
        this.stream = stream;
        this.path = path;
        this.headers = headers;
        this.body = body;
    }

    /** The same request once more, of which nobody awaits the answer. */
    Exchange again() {
        return new Exchange(stream, path, headers, body);
    }

    /** The server answers; where nobody waits any more, nobody hears it. */
    void answer(Reply with) {
        if (state == State.SERVED) {
            reply = with;
            state = State.ANSWERED;
        }
    }

    void end(Reply with) {
        reply = with;
        state = State.OVER;
    }
}
