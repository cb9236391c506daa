package org.tournee.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tournee.server.store.PlainDoorKey;
import org.tournee.server.sync.PlainDoors;
import org.tournee.sync.StreamId;

/**
 * The tokens of a server that is made of its promises alone: access lasts a quarter of an hour, and a refresh token works
 * until its successor was used.
 */
final class DoorKeys {

    private static final Duration ACCESS = Duration.ofMinutes(15);
    private static final String BEARER = "Bearer ";
    private static final Pattern REQUEST = Pattern.compile("\\{\"refresh_token\":\"([^/\"]+)/(\\d+)\"}");

    private final VirtualTime time;
    private final Map<String, Long> issued = new HashMap<>();
    private final Map<String, Long> used = new HashMap<>();
    private final Map<String, StreamId> owners = new HashMap<>();

    /** Whose tokens are spent, until they sign in again. */
    private final Set<StreamId> spent = new HashSet<>();

    private @Nullable PlainDoorKey door;

    DoorKeys(VirtualTime time) {
        this.time = time;
    }

    /** From now on phones seal what they save for the push-only door too. */
    void openDoor() {
        door = new PlainDoorKey();
    }

    /** The key of the push-only door, if there is one. */
    Optional<PlainDoorKey> door() {
        return Optional.ofNullable(door);
    }

    /** No token of the stream's is taken any more: somebody logged out, or their PIN is forgotten. */
    void spend(StreamId stream) {
        spent.add(stream);
    }

    /** A refresh token for whoever signs in, the first of a family. */
    String signIn(StreamId stream) {
        spent.remove(stream);
        String family = "family" + owners.size();
        owners.put(family, stream);
        return next(family);
    }

    /** The first tokens of a stream that goes on in place of another. */
    PlainDoors.Answer succeed(StreamId successor) {
        return tokens(successor, signIn(successor));
    }

    private String next(String family) {
        return family + "/" + issued.merge(family, 1L, Long::sum);
    }

    PlainDoors.Answer refresh(byte[] body) {
        Matcher request = REQUEST.matcher(new String(body, StandardCharsets.UTF_8));
        if (!request.matches()) {
            return new PlainDoors.Answer(400, new byte[0]); // cut on its way
        }
        String family = request.group(1);
        long number = Long.parseLong(request.group(2));
        if (number < used.getOrDefault(family, 0L) || spent.contains(owners.get(family))) {
            return new PlainDoors.Answer(401, new byte[0]);
        }
        used.put(family, number);
        return tokens(owners.get(family), next(family));
    }

    private PlainDoors.Answer tokens(StreamId stream, String refreshToken) {
        String access = stream + "/" + time.now().plus(ACCESS);
        String doorKey = door == null ? "" : ",\"door_key\":\"" + door.publicKey() + "\"";
        String json = "{\"access_token\":\"" + access + "\",\"refresh_token\":\"" + refreshToken + "\"" + doorKey + "}";
        return new PlainDoors.Answer(200, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Whose access it is; null where it is none, or spent. */
    @Nullable
    StreamId callerOf(String authorization) {
        if (!authorization.startsWith(BEARER) || !authorization.contains("/")) {
            return null;
        }
        String token = authorization.substring(BEARER.length());
        int end = token.indexOf('/');
        StreamId stream = StreamId.parse(token.substring(0, end));
        boolean isOver = Instant.parse(token.substring(end + 1)).isBefore(time.now());
        return isOver || spent.contains(stream) ? null : stream;
    }
}
