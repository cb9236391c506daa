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
        private final Map<String, String> headers;

        Reply(int status, byte[] body) {
            this(status, body, Map.of());
        }

        Reply(int status, byte[] body, Map<String, String> headers) {
            this.status = status;
            this.body = body;
            this.headers = headers;
        }

        Map<String, String> headers() {
            return headers;
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
    final String method;
    final String path;
    final Map<String, String> headers;
    byte[] body;
    State state = State.SENT;
    Reply reply = Reply.NONE;

    Exchange(StreamId stream, String method, String path, Map<String, String> headers, byte[] body) {
        this.stream = stream;
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
    }

    /** The same request once more, of which nobody awaits the answer. */
    Exchange again() {
        return with(body);
    }

    /** The same with another body. */
    Exchange with(byte[] other) {
        return new Exchange(stream, method, path, headers, other);
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
