package org.tournee.mobile.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the server's events. They only wake: what is new comes by a pull, and a stream that ended is opened again
 * after the next run. Nothing personal travels here. Rule: R-REM.
 */
final class WakeStream implements AutoCloseable {

    /** The server says something, if only that it is there, several times within it. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final String EVENT = "event:";
    private static final String DATA = "data:";
    private static final String REMINDER = "reminder";
    private static final Pattern CAUSE = Pattern.compile("\"cause\"\\s*:\\s*\"([^\"\\\\]{1,200})\"");

    private final ServerGateway gateway;
    private final Access access;
    private final Runnable wake;
    private final Runnable lost;
    private final List<Consumer<String>> reminderListeners = new CopyOnWriteArrayList<>();
    private final Queue<String> dueReminders = new ConcurrentLinkedQueue<>();

    private volatile long heardAtNanos;
    private @Nullable InputStream stream;
    private @Nullable Thread thread;
    private boolean closed;

    /**
     * @param wake something is new
     * @param lost a connection that stood is gone
     */
    WakeStream(ServerGateway gateway, Access access, Runnable wake, Runnable lost) {
        this.gateway = gateway;
        this.access = access;
        this.wake = wake;
        this.lost = lost;
    }

    void onReminder(Consumer<String> listener) {
        reminderListeners.add(listener);
    }

    /** Opens the stream where it is not open; ends one that has been silent for too long, as a lost network leaves it. */
    synchronized void listen() {
        if (thread != null && System.nanoTime() - heardAtNanos > SILENCE.toNanos()) {
            end(stream);
        }
        if (closed || thread != null) {
            return;
        }
        heardAtNanos = System.nanoTime();
        Thread listening = new Thread(this::read, "sync-events");
        listening.setDaemon(true);
        thread = listening;
        listening.start();
    }

    /** Tells of the reminders that came, now that what they are about was fetched. */
    void tellReminders() {
        for (String cause = dueReminders.poll(); cause != null; cause = dueReminders.poll()) {
            String due = cause;
            reminderListeners.forEach(listener -> listener.accept(due));
        }
    }

    private void read() {
        try (InputStream events = gateway.events(access.token());
                BufferedReader lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
            if (keep(events)) {
                wake.run(); // subscribed, then pulled: nothing falls between the two
                dispatch(lines);
            }
        } catch (IOException | ServerFailure e) {
            // An ended connection is the usual case on a phone; the poll goes on without it.
            System.getLogger(WakeStream.class.getName()).log(System.Logger.Level.DEBUG, "events ended", e);
        } finally {
            ended();
        }
    }

    private synchronized boolean keep(InputStream events) {
        stream = events;
        return !closed;
    }

    private void ended() {
        boolean stood;
        synchronized (this) {
            stood = stream != null && !closed;
            stream = null;
            thread = null;
        }
        if (stood) {
            lost.run();
        }
    }

    private void dispatch(BufferedReader lines) throws IOException {
        String event = "";
        String data = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            heardAtNanos = System.nanoTime();
            if (line.startsWith(EVENT)) {
                event = line.substring(EVENT.length()).strip();
            } else if (line.startsWith(DATA)) {
                data = line.substring(DATA.length()).strip();
            } else if (line.isEmpty() && !event.isEmpty()) {
                happened(event, data);
                event = "";
                data = "";
            }
        }
    }

    private void happened(String event, String data) {
        if (event.equals(REMINDER)) {
            Matcher cause = CAUSE.matcher(data);
            dueReminders.add(cause.find() ? cause.group(1) : "");
        }
        wake.run();
    }

    @Override
    public void close() {
        InputStream open;
        Thread listening;
        synchronized (this) {
            closed = true;
            open = stream;
            listening = thread;
        }
        if (listening != null) {
            listening.interrupt();
        }
        end(open);
    }

    private static void end(@Nullable InputStream open) {
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                System.getLogger(WakeStream.class.getName()).log(System.Logger.Level.DEBUG, "closing events", e);
            }
        }
    }
}
