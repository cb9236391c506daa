package org.tournee.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.tournee.endtoend.Fault.Way;

/**
 * The network between the phones and the server: a relay on this machine that can be cut and joined again, and whose
 * connections each meet the {@link Fault} that the weather brings.
 */
public final class Network implements AutoCloseable {

    private final ServerSocket door;
    private final Set<Relay> open = ConcurrentHashMap.newKeySet();
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    private final AtomicInteger struck = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicReference<Traffic> ended = new AtomicReference<>(Traffic.NONE);
    private volatile Supplier<Fault> weather = () -> Fault.NONE;
    private volatile int serverPort;
    private volatile boolean cut;

    /**
     * What went over it so far.
     *
     * @param answers of the server, to whatever was asked
     * @param toServer in bytes, as they were packed
     * @param toPhone the same the other way
     */
    record Traffic(int answers, long toServer, long toPhone) {

        static final Traffic NONE = new Traffic(0, 0, 0);

        private Traffic and(Relay relay) {
            return new Traffic(answers, toServer + relay.bytes(Way.TO_SERVER), toPhone + relay.bytes(Way.TO_PHONE));
        }

        Traffic since(Traffic before) {
            return new Traffic(answers - before.answers, toServer - before.toServer, toPhone - before.toPhone);
        }
    }

    public Network(URI server) throws IOException {
        this.serverPort = server.getPort();
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** What the phones call the server. */
    public URI address() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    /** Ends every connection in the middle of whatever it does; new ones end at once. */
    public void cut() {
        cut = true;
        endAll();
    }

    /** The network is whole again. */
    public void join() {
        weather = () -> Fault.NONE;
        cut = false;
        endAll();
    }

    /** Each connection from now on meets a fault; those that stand are ended. */
    public void weather(Supplier<Fault> faults) {
        weather = faults;
        endAll();
    }

    /** The server came back on another port. */
    public void leadTo(URI server) {
        serverPort = server.getPort();
    }

    /** Whether a request to that path waits for its answer. */
    public boolean carries(String path) {
        return open.stream().anyMatch(relay -> relay.request().contains(path));
    }

    /** How often a fault took bytes away. */
    public int struck() {
        return struck.get();
    }

    /** The statuses of the server's answers since the last time. */
    public Set<Integer> newStatuses() {
        Set<Integer> seen = Set.copyOf(statuses);
        statuses.clear();
        return seen;
    }

    Traffic traffic() {
        Traffic all = ended.get();
        for (Relay relay : open) {
            all = all.and(relay);
        }
        return new Traffic(answers.get(), all.toServer(), all.toPhone());
    }

    private void answered(int status) {
        answers.incrementAndGet();
        statuses.add(status);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket phone = door.accept();
                if (cut) {
                    Relay.end(phone);
                } else {
                    Thread.ofVirtual().start(() -> connect(phone));
                }
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket phone) {
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        } catch (IOException e) {
            Relay.end(phone); // the server is away: the phone sees a connection that ends
            return;
        }
        Relay relay = new Relay(phone, server, weather.get(), this::answered, struck::incrementAndGet);
        open.add(relay);
        if (cut) {
            relay.end();
        }
        relay.run();
        open.remove(relay);
        ended.updateAndGet(before -> before.and(relay));
    }

    private void endAll() {
        open.forEach(Relay::end);
    }

    @Override
    public void close() throws IOException {
        door.close();
        endAll();
    }
}
