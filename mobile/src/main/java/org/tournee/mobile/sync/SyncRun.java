package org.tournee.mobile.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.store.StoreException;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.ServerFailure.Kind;
import org.tournee.mobile.sync.SyncState.Phase;
import org.tournee.mobile.sync.SyncState.Problem;
import org.tournee.sync.Manifest;
import org.tournee.sync.Operation;
import org.tournee.sync.Session;

/** One run from end to end: ask how the server stands, send, receive. */
final class SyncRun {

    private final SyncStore store;
    private final ServerGateway gateway;
    private final Access access;
    private final Clock clock;
    private final Sender sender;
    private final Receiver receiver;
    private final Forks forks;
    private final Courier courier;
    private final DocumentWork documents;

    /** Whether the server is to be asked how it stands: after a start and after every failure. */
    private boolean sessionIsDue = true;

    /** @param documents what is sent after all text */
    SyncRun(
            SyncStore store,
            ServerGateway gateway,
            Access access,
            Courier courier,
            Clock clock,
            DocumentWork documents) {
        this.documents = documents;
        this.store = store;
        this.gateway = gateway;
        this.access = access;
        this.clock = clock;
        this.sender = new Sender(gateway, access, store, clock);
        this.receiver = new Receiver(gateway, access, store, documents);
        this.forks = new Forks(gateway, access, store);
        this.courier = courier;
    }

    /** What is done once text is sent and received. */
    interface DocumentWork {

        /** A phone that takes no documents in. */
        DocumentWork NONE = new DocumentWork() {

            @Override
            public void doAll() {
                // there are none
            }

            @Override
            public void doubt() {
                // there are none
            }

            @Override
            public Set<DossierId> owing() {
                return Set.of();
            }

            @Override
            public void erase(Set<DossierId> dossiers) {
                // there are none
            }

            @Override
            public void dropOutside() {
                // there are none
            }
        };

        void doAll() throws ServerFailure;

        /** The server was set back: whether it still holds what it held is asked again. */
        void doubt();

        /** The dossiers with a document that the server does not hold yet. */
        Set<DossierId> owing();

        /** Lets go of every document of those dossiers, sent or not. Rule: R-GDPR. */
        void erase(Set<DossierId> dossiers);

        /** Lets go of what the server holds of dossiers that went: before they are said to be given back. Rule: R-SHARE. */
        void dropOutside();
    }

    /** Told how it goes. */
    interface Watcher {
        void phase(Phase phase);

        void skew(Duration phoneAhead);

        void received(int dossiers, int ofDossiers);
    }

    /**
     * How it ended.
     *
     * @param problem null where phone and server agree
     * @param retryAfter how long the server asks to be left alone
     */
    record Result(@Nullable Problem problem, Duration retryAfter) {

        static final Result AGREED = new Result(null, Duration.ZERO);

        static Result of(Problem problem) {
            return new Result(problem, Duration.ZERO);
        }
    }

    Result run(Watcher watcher) {
        Result result = attempt(watcher);
        sessionIsDue = result.problem() != null;
        return result;
    }

    private Result attempt(Watcher watcher) {
        try {
            watcher.phase(Phase.SENDING);
            Standing standing = sent(watcher);
            if (standing == Standing.TOO_OLD) {
                return Result.of(Problem.APP_TOO_OLD);
            }
            if (standing == Standing.FORKED) {
                forks.prove();
            }
            watcher.phase(Phase.RECEIVING);
            // A frozen stream still receives: what was proven is seen now.
            Problem found = receiver.receiveAll(new Watching(watcher));
            if (standing == Standing.FORKED) {
                goOn(watcher);
            }
            watcher.phase(Phase.SENDING);
            documents.doAll();
            if (receiver.waitsForDocuments()) {
                found = receiver.receiveAll(new Watching(watcher));
                documents.doAll();
            }
            return found == null ? Result.AGREED : Result.of(found);
        } catch (ServerFailure e) {
            return refused(e);
        } catch (StoreException e) {
            boolean full = e.problem() == StoreException.Problem.DISK_FULL;
            return Result.of(full ? Problem.DISK_FULL : Problem.SERVER_TROUBLE);
        }
    }

    /** How the stream stands once it sent what it may. */
    private enum Standing {
        GOOD,
        /** The file was cloned or rolled back: another stream goes on in its place. */
        FORKED,
        /** Sends at any age, but may not receive. */
        TOO_OLD
    }

    private Standing sent(Watcher watcher) throws ServerFailure {
        try {
            boolean tooOld = isSessionDue() && isTooOld(session(watcher));
            sender.sendAll();
            return tooOld ? Standing.TOO_OLD : Standing.GOOD;
        } catch (ServerFailure e) {
            if (e.kind() == Kind.FORKED) {
                return Standing.FORKED;
            }
            throw e;
        }
    }

    private void goOn(Watcher watcher) throws ServerFailure {
        forks.goOn();
        watcher.phase(Phase.SENDING);
        session(watcher);
        sender.sendAll();
    }

    /** Where no token is accepted any more, the push-only door still takes what was saved. */
    private Result refused(ServerFailure failure) {
        Problem problem = problemOf(failure.kind());
        if (problem != Problem.SIGN_IN_AGAIN && problem != Problem.REVOKED) {
            return new Result(problem, failure.retryAfter());
        }
        try {
            boolean forGood = courier.deliver(store);
            return Result.of(problem == Problem.REVOKED && forGood ? Problem.REVOKED_DELIVERED : problem);
        } catch (ServerFailure e) {
            return new Result(problem, e.retryAfter()); // what waits stays here, and is delivered another time
        } catch (StoreException e) {
            return Result.of(problem); // what was answered could not be noted: it is delivered again
        }
    }

    private boolean isSessionDue() {
        return sessionIsDue
                || store.epoch().isEmpty()
                || store.answeredNotDurable() > 0
                || !store.formerClaims().isEmpty();
    }

    private static boolean isTooOld(Session session) {
        return session.pullSchemaMin() > Operation.SCHEMA;
    }

    private Session session(Watcher watcher) throws ServerFailure {
        Session session = access.call(
                token -> gateway.session(store.identity().streamId(), store.epoch(), store.answeredUpTo(), token));
        watcher.skew(skew(session.serverTime()));
        if (store.epoch().isEmpty()) {
            store.keepEpoch(session.epoch());
        }
        if (session.lastOpSeq() > store.lastOpSeq() || isOfAnother(session)) {
            throw ServerFailure.of(Kind.FORKED); // it holds what this file never saved: it was rolled back or cloned
        }
        if (session.lastOpSeq() < store.lastAnswered()) {
            store.sendAgainFrom(session.lastOpSeq() + 1);
        }
        store.answered(List.of(), Math.min(session.durableOpSeq(), session.lastOpSeq()));
        forks.lookAfterFormer();
        return session;
    }

    /** Whether a copy of this file said something else under the last number that the server holds. */
    private boolean isOfAnother(Session session) {
        return session.lastHash() != null
                && store.hashOf(session.lastOpSeq())
                        .filter(own -> !own.equals(session.lastHash()))
                        .isPresent();
    }

    private Duration skew(Instant serverTime) {
        return Duration.between(serverTime, clock.instant());
    }

    private static Problem problemOf(Kind kind) {
        return switch (kind) {
            case NO_NETWORK -> Problem.NO_NETWORK;
            case SIGN_IN_AGAIN, UNAUTHORISED -> Problem.SIGN_IN_AGAIN;
            case TOO_OLD -> Problem.APP_TOO_OLD;
            case REVOKED -> Problem.REVOKED;
            case TEMPORARY, UNEXPECTED, NOT_FOUND, FORKED, GAP, NOT_ALLOWED, TOO_MANY_TRIES -> Problem.SERVER_TROUBLE;
        };
    }

    private final class Watching implements Receiver.Progress {

        private final Watcher watcher;

        Watching(Watcher watcher) {
            this.watcher = watcher;
        }

        @Override
        public void heard(Manifest manifest) {
            watcher.skew(skew(manifest.serverTime()));
        }

        @Override
        public void received(int dossiers, int ofDossiers) {
            watcher.received(dossiers, ofDossiers);
        }

        /** Else it would be told, within the new epoch, of more than it has: and believe that it was set back again. */
        @Override
        public void foundAnotherEpoch() throws ServerFailure {
            sessionIsDue = true;
            sent(watcher);
        }
    }
}
