package org.tournee.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.tournee.endtoend.Fault.Way;

/** One connection of a phone with the server, and the fault that befalls it. Knows which request is on its way. */
final class Relay {

    private static final int PIECE = 16 * 1024;
    private static final String ANSWER = "HTTP/1.1 ";

    private final Socket phone;
    private final Socket server;
    private final Fault fault;
    private final IntConsumer answers;
    private final Runnable struck;
    private final AtomicLong toServer = new AtomicLong();
    private final AtomicLong toPhone = new AtomicLong();
    private volatile boolean silent;
    private volatile String request = "";

    /**
     * @param answers told of the status of every answer of the server
     * @param struck told when the fault takes bytes away
     */
    Relay(Socket phone, Socket server, Fault fault, IntConsumer answers, Runnable struck) {
        this.phone = phone;
        this.server = server;
        this.fault = fault;
        this.answers = answers;
        this.struck = struck;
    }

    /** Carries until either end, or the fault, ends it. */
    void run() {
        Thread.ofVirtual().start(() -> carry(phone, server, Way.TO_SERVER));
        carry(server, phone, Way.TO_PHONE);
    }

    /** The first line of the request that is not answered yet; empty where none is on its way. */
    String request() {
        return request;
    }

    /** How many bytes came, whether or not they got through. */
    long bytes(Way way) {
        return (way == Way.TO_SERVER ? toServer : toPhone).get();
    }

    void end() {
        end(phone);
        end(server);
    }

    private void carry(Socket from, Socket to, Way way) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                int passing = passing(way, read);
                look(way, piece, read);
                if (passing < read) {
                    struck.run();
                }
                out.write(piece, 0, passing);
                out.flush();
                if (passing < read && !silent) {
                    return;
                }
            }
        } catch (IOException e) {
            // One of the two ended; so does the other.
        } finally {
            end();
        }
    }

    /** How many of those bytes get through. */
    private int passing(Way way, int bytes) {
        long before = (way == Way.TO_SERVER ? toServer : toPhone).getAndAdd(bytes);
        return switch (fault) {
            case Fault.Slow slow -> {
                LockSupport.parkNanos(slow.each().toNanos());
                yield bytes;
            }
            case Fault.Cut cut -> cut.way() == way ? upTo(cut.after(), before, bytes) : bytes;
            case Fault.AnswerLost lost -> way == Way.TO_PHONE && request.contains(lost.path()) ? 0 : bytes;
            case Fault.HalfOpen half -> {
                int passing = half.way() == way ? upTo(half.after(), before, bytes) : bytes;
                silent = silent || passing < bytes;
                yield silent && passing == bytes ? 0 : passing;
            }
        };
    }

    private static int upTo(long most, long before, int bytes) {
        return (int) Math.max(0, Math.min(bytes, most - before));
    }

    /** Phone and server speak in turns, so that what begins an answer or a request begins a piece. */
    private void look(Way way, byte[] piece, int read) {
        String begin = new String(piece, 0, Math.min(read, 64), StandardCharsets.ISO_8859_1);
        if (way == Way.TO_SERVER && (begin.startsWith("POST ") || begin.startsWith("GET "))) {
            request = begin.lines().findFirst().orElse("");
        } else if (way == Way.TO_PHONE && begin.startsWith(ANSWER)) {
            request = "";
            answers.accept(Integer.parseInt(begin.substring(ANSWER.length(), ANSWER.length() + 3)));
        }
    }

    static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
