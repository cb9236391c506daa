package org.tournee.server.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.tournee.sync.Limits;
import org.tournee.sync.MalformedException;
import org.tournee.sync.PushHeader;
import org.tournee.sync.Wire;

/**
 * The body of a push, cut into its lines while it streams: never more is held than the protocol allows, whatever the
 * sender claims or compresses.
 *
 * @param operations the exact bytes between the ends of lines
 */
record PushBody(PushHeader header, List<byte[]> operations) {

    private static final int HEADER_BYTES = 4 * 1024;
    private static final int CHUNK = 16 * 1024;

    /** More was sent than the protocol allows. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }

    /**
     * Reads it.
     *
     * @param body decompressed already
     * @throws TooLargeException as soon as it is larger than {@link Limits} allows
     * @throws MalformedException when the first line is no header
     */
    static PushBody read(InputStream body) throws IOException {
        List<byte[]> lines = lines(body, Limits.PUSH_BYTES + HEADER_BYTES);
        if (lines.isEmpty() || lines.get(0).length > HEADER_BYTES) {
            throw new MalformedException("A push begins with its header");
        }
        return new PushBody(Wire.read(PushHeader.class, lines.get(0)), List.copyOf(lines.subList(1, lines.size())));
    }

    /**
     * The lines of a body: at most {@link Limits#PUSH_OPERATIONS} after the first.
     *
     * @throws TooLargeException as soon as there are more of them, or more than {@code mostBytes}
     */
    static List<byte[]> lines(InputStream body, long mostBytes) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        long total = 0;
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            total += read;
            if (total > mostBytes) {
                throw new TooLargeException("A push has at most " + mostBytes + " bytes");
            }
            int from = 0;
            for (int at = 0; at < read; at++) {
                if (chunk[at] == '\n') {
                    line.write(chunk, from, at - from);
                    add(lines, line);
                    from = at + 1;
                }
            }
            line.write(chunk, from, read - from);
        }
        add(lines, line);
        return lines;
    }

    private static void add(List<byte[]> lines, ByteArrayOutputStream line) throws TooLargeException {
        if (line.size() > 0) {
            if (lines.size() > Limits.PUSH_OPERATIONS) {
                throw new TooLargeException("A push has at most " + Limits.PUSH_OPERATIONS + " operations");
            }
            lines.add(line.toByteArray());
            line.reset();
        }
    }
}
