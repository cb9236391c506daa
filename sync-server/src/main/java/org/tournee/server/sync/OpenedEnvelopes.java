package org.tournee.server.sync;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.store.DoorKeys;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.Limits;
import org.tournee.sync.StreamId;

/** Opens what phones sealed for the server while saving. Decision: 0011. */
@Singleton
class OpenedEnvelopes {

    private final DoorKeys keys;

    OpenedEnvelopes(DoorKeys keys) {
        this.keys = keys;
    }

    /** The numbers of the operations in it, to which the seal is bound. */
    record Place(long first, long last) {}

    /** The lines of the operations; empty where the seal does not open to any, or to more than a push may hold. */
    Optional<List<byte[]>> open(
            OrganisationId organisation, StreamId stream, Place place, String doorKey, byte[] sealed) {
        return keys.find(organisation, doorKey)
                .flatMap(seal -> seal.open(sealed, DoorEnvelope.context(stream, place.first(), place.last())))
                .flatMap(OpenedEnvelopes::lines);
    }

    private static Optional<List<byte[]>> lines(byte[] clear) {
        try {
            List<byte[]> lines = PushBody.lines(new ByteArrayInputStream(clear), Limits.PUSH_BYTES);
            return lines.isEmpty() || lines.size() > Limits.PUSH_OPERATIONS ? Optional.empty() : Optional.of(lines);
        } catch (PushBody.TooLargeException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail", e);
        }
    }
}
