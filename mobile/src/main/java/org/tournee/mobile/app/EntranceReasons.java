package org.tournee.mobile.app;

import org.tournee.mobile.app.Entrance.Reason;
import org.tournee.mobile.store.StoreException;
import org.tournee.mobile.store.Unlocking;
import org.tournee.mobile.sync.ServerFailure;

/** Why a door stayed shut, as the screens tell it. */
final class EntranceReasons {

    private EntranceReasons() {}

    static Reason of(Unlocking result) {
        if (result instanceof Unlocking.Damaged) {
            return Reason.DAMAGED;
        }
        if (result instanceof Unlocking.NewerThanApp) {
            return Reason.NEWER_THAN_APP;
        }
        return result instanceof Unlocking.Busy ? Reason.BUSY : Reason.OTHER;
    }

    static Reason of(StoreException failure) {
        return switch (failure.problem()) {
            case DISK_FULL -> Reason.DISK_FULL;
            case UNREADABLE -> Reason.DAMAGED;
            case NEWER_THAN_APP -> Reason.NEWER_THAN_APP;
            case BUSY -> Reason.BUSY;
            case TOO_LARGE, WITHDRAWN, OTHER -> Reason.OTHER;
        };
    }

    static Reason of(ServerFailure failure) {
        return switch (failure.kind()) {
            case NO_NETWORK -> Reason.NO_NETWORK;
            case TEMPORARY -> Reason.SERVER_TROUBLE;
            case SIGN_IN_AGAIN -> Reason.WRONG_PASSWORD;
            case REVOKED -> Reason.REVOKED;
            case UNAUTHORISED, NOT_ALLOWED -> Reason.NOT_ALLOWED;
            case TOO_MANY_TRIES -> Reason.TOO_MANY_TRIES;
            case UNEXPECTED, NOT_FOUND -> Reason.NOT_A_SERVER;
            case FORKED, GAP, TOO_OLD -> Reason.OTHER;
        };
    }
}
