package org.tournee.mobile.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.DoorAddress;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.PinCost;
import org.tournee.mobile.store.Rehearsal;
import org.tournee.mobile.store.SqlitePhoneStore;
import org.tournee.mobile.store.StoreException;
import org.tournee.mobile.store.Unlocking;
import org.tournee.mobile.sync.Courier;
import org.tournee.mobile.sync.Enrolment;
import org.tournee.mobile.sync.ServerFailure;
import org.tournee.mobile.sync.SyncEngine;
import org.tournee.mobile.sync.Tempo;

/**
 * The door to the sealed files in a folder, and to the servers that they belong to.
 *
 * @param folder the app's own
 * @param deviceName what the back office shows of this phone; no personal data
 * @param http made when it is first asked for, which takes a moment
 */
public record StoreEntrance(
        Path folder, String deviceName, Supplier<HttpClient> http, Clock clock, PinCost cost, Tempo tempo)
        implements Entrance {

    /** As a phone does it. */
    public static StoreEntrance ofPhone(Path folder, String deviceName, Clock clock) {
        return new StoreEntrance(folder, deviceName, SyncEngine::client, clock, PinCost.PHONE, Tempo.PHONE);
    }

    @Override
    public List<Holder> holders() {
        return PhoneFile.in(folder).stream().map(StoreEntrance::holder).toList();
    }

    private static Holder holder(PhoneFile file) {
        PhoneFile.Label label = file.label();
        Optional<DoorAddress> address = label.address();
        return new Holder(
                key(file),
                address.map(DoorAddress::initials).orElse(""),
                address.map(known -> known.server().toString()).orElse(""),
                file.lastUsed(),
                label.recoverable());
    }

    private static String key(PhoneFile file) {
        return file.path().getFileName().toString();
    }

    @Override
    public Answer unlock(Holder holder, String pin) {
        PhoneFile file = file(holder);
        try {
            return answer(file, file.unlock(pin, clock));
        } catch (StoreException e) {
            return new Refused(EntranceReasons.of(e));
        }
    }

    private PhoneFile file(Holder holder) {
        return new PhoneFile(folder.resolve(holder.key()));
    }

    private Answer answer(PhoneFile file, Unlocking result) {
        if (result instanceof Unlocking.Unlocked unlocked) {
            return opened(file, unlocked.store());
        }
        return result instanceof Unlocking.WrongPin wrong
                ? new WrongPin(wrong.waitSeconds())
                : new Refused(EntranceReasons.of(result));
    }

    @Override
    public Answer enrol(NewPhone asked) {
        try {
            Holder forgotten = asked.forgotten();
            return forgotten == null || asked.draftsGivenUp() ? enrolled(asked) : reopened(forgotten, asked);
        } catch (ServerFailure e) {
            return new Refused(EntranceReasons.of(e));
        } catch (StoreException e) {
            return new Refused(EntranceReasons.of(e));
        }
    }

    /** The same store under the new PIN. Where there is no way to that, the drafts are left with their worker's word alone. */
    private Answer reopened(Holder forgotten, NewPhone asked) throws ServerFailure {
        PhoneFile file = file(forgotten);
        if (forgotten.recoverable() && file.recoveryKey().isEmpty()) {
            return new Refused(Reason.BUSY); // it could be read a moment ago
        }
        Optional<Unlocking> recovered = enrolment()
                .recover(file, URI.create(asked.server()), asked.login(), asked.password(), deviceName, asked.pin());
        if (recovered.isPresent()) {
            return answer(file, recovered.get());
        }
        return forgotten.recoverable() ? new DraftsAtStake() : enrolled(asked);
    }

    private Opened enrolled(NewPhone asked) throws ServerFailure {
        SqlitePhoneStore store = enrolment()
                .enrol(URI.create(asked.server()), asked.login(), asked.password(), deviceName, asked.pin(), folder);
        Holder forgotten = asked.forgotten();
        if (forgotten != null) {
            leaveBehind(file(forgotten), store);
        }
        return opened(PhoneFile.of(folder, store.identity().streamId()), store);
    }

    /** Gives up the store whose PIN was forgotten, if it is the same worker's: a colleague's stays as it is. */
    private void leaveBehind(PhoneFile old, SqlitePhoneStore fresh) {
        boolean own = old.address()
                .map(DoorAddress::worker)
                .filter(fresh.worker()::equals)
                .isPresent();
        if (own) {
            old.leaveBehind();
            deliver();
        }
    }

    @Override
    public void deliver() {
        new Courier(http.get(), tempo).deliverIn(folder);
    }

    @Override
    public void rehearse() {
        Rehearsal.run();
        SyncEngine.rehearse();
    }

    Enrolment enrolment() {
        return new Enrolment(http.get(), clock, cost, tempo);
    }

    private Opened opened(PhoneFile file, SqlitePhoneStore store) {
        DocumentFiles documents = DocumentFiles.beside(store, folder, clock);
        SyncEngine engine = SyncEngine.start(store, documents, http.get(), clock, tempo);
        return new Opened(store, documents, engine, new StoreLatch(this, file, store, documents, engine));
    }
}
