package org.tournee.mobile.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.PinCost;
import org.tournee.mobile.store.SqlitePhoneStore;
import org.tournee.mobile.store.StoreException;
import org.tournee.mobile.store.Unlocking;
import org.tournee.mobile.sync.Enrolment;
import org.tournee.mobile.sync.ServerFailure;
import org.tournee.mobile.sync.SyncEngine;
import org.tournee.mobile.sync.Tempo;

/**
 * The door to the sealed file in a folder, and to the server that it belongs to.
 *
 * @param folder the app's own
 * @param deviceName what the back office shows of this phone; no personal data
 */
public record StoreEntrance(Path folder, String deviceName, HttpClient http, Clock clock, PinCost cost, Tempo tempo)
        implements Entrance {

    /** As a phone does it. */
    public static StoreEntrance ofPhone(Path folder, String deviceName, Clock clock) {
        return new StoreEntrance(folder, deviceName, SyncEngine.client(), clock, PinCost.PHONE, Tempo.PHONE);
    }

    @Override
    public boolean isEnrolled() {
        return !PhoneFile.in(folder).isEmpty();
    }

    @Override
    public Answer unlock(String pin) {
        try {
            Unlocking result = PhoneFile.unlock(folder, pin, clock);
            if (result instanceof Unlocking.Unlocked unlocked) {
                return opened(unlocked.store());
            }
            return result instanceof Unlocking.WrongPin wrong
                    ? new WrongPin(wrong.waitSeconds())
                    : new Refused(reason(result));
        } catch (StoreException e) {
            return new Refused(reason(e));
        }
    }

    @Override
    public Answer enrol(NewPhone asked) {
        try {
            return opened(new Enrolment(http, clock, cost, tempo)
                    .enrol(
                            URI.create(asked.server()),
                            asked.login(),
                            asked.password(),
                            deviceName,
                            asked.pin(),
                            folder));
        } catch (ServerFailure e) {
            return new Refused(reason(e));
        } catch (StoreException e) {
            return new Refused(reason(e));
        }
    }

    private Opened opened(SqlitePhoneStore store) {
        SyncEngine engine = SyncEngine.start(store, http, clock, tempo);
        return new Opened(store, engine, () -> {
            engine.close();
            store.close();
        });
    }

    private static Reason reason(Unlocking result) {
        if (result instanceof Unlocking.Damaged) {
            return Reason.DAMAGED;
        }
        if (result instanceof Unlocking.NewerThanApp) {
            return Reason.NEWER_THAN_APP;
        }
        return result instanceof Unlocking.Busy ? Reason.BUSY : Reason.OTHER;
    }

    private static Reason reason(StoreException failure) {
        return switch (failure.problem()) {
            case DISK_FULL -> Reason.DISK_FULL;
            case UNREADABLE -> Reason.DAMAGED;
            case NEWER_THAN_APP -> Reason.NEWER_THAN_APP;
            case BUSY -> Reason.BUSY;
            case TOO_LARGE, OTHER -> Reason.OTHER;
        };
    }

    private static Reason reason(ServerFailure failure) {
        return switch (failure.kind()) {
            case NO_NETWORK -> Reason.NO_NETWORK;
            case TEMPORARY -> Reason.SERVER_TROUBLE;
            case SIGN_IN_AGAIN -> Reason.WRONG_PASSWORD;
            case UNAUTHORISED, REVOKED, NOT_ALLOWED -> Reason.NOT_ALLOWED;
            case TOO_MANY_TRIES -> Reason.TOO_MANY_TRIES;
            case UNEXPECTED -> Reason.NOT_A_SERVER;
            case FORKED, GAP -> Reason.OTHER;
        };
    }
}
