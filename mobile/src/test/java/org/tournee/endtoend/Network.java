package org.tournee.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between the phones and the server: a relay on this machine that can be cut and joined again. */
public final class Network implements AutoCloseable {

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int serverPort;
    private volatile boolean cut;

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
        open.forEach(Network::end);
    }

    public void join() {
        cut = false;
    }

    /** The server came back on another port. */
    public void leadTo(URI server) {
        serverPort = server.getPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket phone = door.accept();
                if (cut) {
                    end(phone);
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
        open.add(phone);
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            open.add(server);
            Thread.ofVirtual().start(() -> relay(phone, server));
            relay(server, phone);
        } catch (IOException e) {
            end(phone); // the server is away: the phone sees a connection that ends
        }
    }

    private void relay(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16 * 1024];
            for (int read = in.read(buffer); read >= 0 && !cut; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // One of the two ended; so does the other.
        } finally {
            end(from);
            end(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(Network::end);
    }
}
