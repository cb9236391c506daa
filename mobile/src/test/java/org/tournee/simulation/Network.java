package org.tournee.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tournee.server.sync.DocumentDoor;
import org.tournee.simulation.Exchange.Reply;
import org.tournee.simulation.Exchange.State;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.StreamId;

/** What is on its way between phones and server, and what happens to it there. */
final class Network {

    private final SimulatedServer server;
    private final List<Exchange> underWay = new ArrayList<>();
    private final List<Exchange> recorded = new ArrayList<>();
    private int requests;
    private boolean altered;

    Network(SimulatedServer server) {
        this.server = server;
    }

    /** A phone asks for something. */
    void send(Exchange exchange) {
        requests++;
        underWay.add(exchange);
    }

    /** How many requests phones made. */
    int requests() {
        return requests;
    }

    /** Messages that are over are nowhere any more. */
    void forget() {
        underWay.removeIf(exchange -> exchange.state == State.OVER);
    }

    /** What may arrive next, at either end. */
    List<Runnable> arrivals(SplittableRandom random) {
        List<Runnable> able = new ArrayList<>();
        for (Exchange exchange : underWay) {
            if (exchange.state == State.SENT) {
                able.add(() -> arrive(exchange, random.nextInt(SimulatedServer.INSTANCES)));
            } else if (exchange.state == State.ANSWERED) {
                able.add(() -> exchange.end(exchange.reply));
            }
        }
        return able;
    }

    private void arrive(Exchange exchange, int instance) {
        if (exchange.path.equals("/sync/v1/push") || exchange.path.equals(DoorEnvelope.PATH) || isPiece(exchange)) {
            recorded.add(exchange);
        }
        server.receive(exchange, instance);
    }

    private static boolean isPiece(Exchange exchange) {
        return exchange.path.startsWith(DocumentDoor.PATH) && exchange.method.equals("PATCH");
    }

    /** A bit of a piece of a document turns on its way, to the server or from it. */
    void corrupt(int who) {
        List<Exchange> pieces = underWay.stream()
                .filter(exchange -> isSentPiece(exchange) || isFetchedPiece(exchange))
                .toList();
        if (!pieces.isEmpty()) {
            Exchange piece = pieces.get(who % pieces.size());
            if (isSentPiece(piece)) {
                piece.body = turned(piece.body, who);
            } else {
                piece.reply = new Reply(piece.reply.status(), turned(piece.reply.body(), who), piece.reply.headers());
            }
        }
    }

    private static boolean isSentPiece(Exchange exchange) {
        return exchange.state == State.SENT && isPiece(exchange) && exchange.body.length > 0;
    }

    private static boolean isFetchedPiece(Exchange exchange) {
        return exchange.state == State.ANSWERED
                && exchange.path.startsWith(DocumentDoor.PATH)
                && exchange.method.equals("GET")
                && exchange.reply.status() / 100 == 2
                && exchange.reply.body().length > 0;
    }

    private static byte[] turned(byte[] bytes, int which) {
        byte[] turned = bytes.clone();
        turned[which % turned.length] ^= 1;
        return turned;
    }

    void lose(int who) {
        if (!underWay.isEmpty()) {
            underWay.get(who % underWay.size()).end(Reply.NONE);
        }
    }

    /** A message that is under way arrives twice. */
    void doubled(int who) {
        again(underWay, who);
    }

    /** A push that arrived long ago arrives again. */
    void lateAgain(int who) {
        again(recorded, who);
    }

    private void again(List<Exchange> from, int who) {
        if (!from.isEmpty()) {
            underWay.add(from.get(who % from.size()).again());
        }
    }

    /** Part of a message arrives as if it were all of it. */
    void cut(int who, SplittableRandom random) {
        if (underWay.isEmpty()) {
            return;
        }
        Exchange exchange = underWay.get(who % underWay.size());
        if (exchange.state == State.SENT) {
            underWay.add(exchange.with(half(exchange.body, random)));
            exchange.end(Reply.NONE);
        } else if (exchange.state == State.ANSWERED) {
            exchange.end(
                    new Reply(exchange.reply.status(), half(exchange.reply.body(), random), exchange.reply.headers()));
        }
    }

    /**
     * Rows that are delivered say something else than the server does: in one answer of a life, since a second one may
     * meet the first one's mending.
     *
     * @return the stream that is told so
     */
    Optional<StreamId> alter(int who) {
        List<Exchange> delivered = underWay.stream()
                .filter(exchange -> exchange.state == State.ANSWERED && exchange.path.equals("/sync/v1/pull"))
                .toList();
        if (altered || delivered.isEmpty()) {
            return Optional.empty();
        }
        Exchange exchange = delivered.get(who % delivered.size());
        String said = new String(exchange.reply.body(), StandardCharsets.UTF_8);
        String says = said.replaceFirst("\"" + Edits.ANY_WORD + "\"", "\"faux\"");
        altered = !says.equals(said);
        exchange.reply = new Reply(exchange.reply.status(), says.getBytes(StandardCharsets.UTF_8));
        return altered ? Optional.of(exchange.stream) : Optional.empty();
    }

    private static byte[] half(byte[] bytes, SplittableRandom random) {
        return bytes.length == 0 ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    /** An instance of the server stops: whoever waits for it hears nothing. */
    void stop(int instance) {
        server.stop(instance);
        for (Exchange exchange : underWay) {
            if (exchange.state == State.SERVED && server.tasks().stream().noneMatch(task -> task.serves(exchange))) {
                exchange.end(Reply.NONE);
            }
        }
    }
}
