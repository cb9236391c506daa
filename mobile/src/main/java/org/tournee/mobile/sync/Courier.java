package org.tournee.mobile.sync;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tournee.mobile.store.DoorAddress;
import org.tournee.mobile.store.Parcel;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.ServerFailure.Kind;
import org.tournee.sync.DoorAnswer;
import org.tournee.sync.DoorAnswer.Reception;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.DoorHeader;

/**
 * Delivers at the server's push-only door what was saved and not sent: with spent tokens, after logging out, without the
 * PIN, from a phone that was revoked. Rule: R-SYN. Decision: 0011.
 */
public final class Courier {

    private final HttpClient http;
    private final Tempo tempo;

    public Courier(HttpClient http, Tempo tempo) {
        this.http = http;
        this.tempo = tempo;
    }

    /**
     * Delivers what waits in an open store.
     *
     * @return whether the server keeps all of it now for good, be it under quarantine because the phone was revoked;
     *     false where it must be said again by another stream
     */
    boolean deliver(SyncStore store) throws ServerFailure {
        ServerGateway gateway = gateway(store.identity().serverUri());
        DoorHeader header =
                new DoorHeader(store.identity().orgId(), store.identity().streamId());
        boolean forGood = store.allSealed();
        long last = 0;
        for (List<DoorEnvelope> batch = store.undelivered(last); !batch.isEmpty(); batch = store.undelivered(last)) {
            DoorAnswer answer = gateway.deliver(header, batch);
            store.answered(answer.outcomes(), answer.durableOpSeq());
            forGood &= answer.reception() != Reception.QUARANTINED_FORKED;
            last = batch.get(batch.size() - 1).lastSeq();
        }
        return forGood;
    }

    /**
     * Delivers what waits in the files of a folder that nobody has open, as far as the network goes. A file whose PIN was
     * forgotten is removed once the server keeps all of it.
     */
    public void deliverIn(Path folder) {
        PhoneFile.in(folder).forEach(this::isDelivered);
        PhoneFile.leftIn(folder).stream().filter(this::isDelivered).forEach(PhoneFile::wipe);
    }

    private boolean isDelivered(PhoneFile file) {
        try {
            return deliver(file);
        } catch (ServerFailure e) {
            if (e.kind() == Kind.GAP) {
                file.deliverAgainFrom(e.expected());
            }
            // What waits stays where it is, and is delivered another time.
            System.getLogger(Courier.class.getName()).log(System.Logger.Level.DEBUG, "not delivered", e);
            return false;
        }
    }

    private boolean deliver(PhoneFile file) throws ServerFailure {
        Optional<Parcel> parcel = file.parcel();
        if (parcel.isEmpty()) {
            return file.address().isPresent(); // read, and nothing waits in it
        }
        DoorAddress address = parcel.get().address();
        DoorHeader header = new DoorHeader(address.organisation(), address.stream());
        boolean forGood = true;
        for (List<DoorEnvelope> batch : parcel.get().batches()) {
            DoorAnswer answer = gateway(address.server()).deliver(header, batch);
            if (isForGood(answer, batch)) {
                file.delivered(answer.outcomes());
            } else {
                forGood = false;
            }
        }
        return forGood;
    }

    /** What was taken in is delivered again until no restore of the server can lose it: nobody else looks after it. */
    private static boolean isForGood(DoorAnswer answer, List<DoorEnvelope> batch) {
        return answer.reception() != Reception.TAKEN
                || answer.durableOpSeq() >= batch.get(batch.size() - 1).lastSeq();
    }

    private ServerGateway gateway(URI server) {
        return new ServerGateway(http, server, tempo.patience());
    }
}
