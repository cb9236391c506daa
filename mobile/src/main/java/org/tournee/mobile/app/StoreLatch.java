package org.tournee.mobile.app;

import java.util.Optional;
import java.util.function.Supplier;
import org.tournee.mobile.app.Entrance.Refused;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.PinChange;
import org.tournee.mobile.store.StoreException;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.Leaving;
import org.tournee.mobile.sync.ServerFailure;
import org.tournee.mobile.sync.SyncEngine;

/** What can be done with an open store and its engine. */
record StoreLatch(StoreEntrance entrance, PhoneFile file, SyncStore store, DocumentFiles documents, SyncEngine engine)
        implements Entrance.Latch {

    @Override
    public boolean isSignedOut() {
        return store.refreshToken().isEmpty();
    }

    @Override
    public Optional<Refused> signInAgain(String login, String password) {
        try {
            entrance.enrolment().signInAgain(store, login, password, entrance.deviceName());
            engine.syncNow();
            return Optional.empty();
        } catch (ServerFailure e) {
            return Optional.of(new Refused(EntranceReasons.of(e)));
        } catch (StoreException e) {
            return Optional.of(new Refused(EntranceReasons.of(e)));
        }
    }

    @Override
    public Optional<Entrance.Answer> tryPin(String pin) {
        return answered(() -> store.tryPin(pin));
    }

    @Override
    public Optional<Entrance.Answer> changePin(String present, String next) {
        return answered(() -> store.changePin(present, next, entrance.cost()) instanceof PinChange.WrongPin wrong
                ? Optional.of(wrong)
                : Optional.empty());
    }

    private static Optional<Entrance.Answer> answered(Supplier<Optional<PinChange.WrongPin>> pin) {
        try {
            return pin.get().map(wrong -> new Entrance.WrongPin(wrong.waitSeconds()));
        } catch (StoreException e) {
            return Optional.of(new Refused(EntranceReasons.of(e)));
        }
    }

    @Override
    public void logOut() {
        engine.close();
        new Leaving(entrance.http().get(), entrance.tempo()).logOut(store);
        store.close();
    }

    @Override
    public void wipe() {
        close();
        file.wipe(documents);
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
