package org.tournee.server.access;

import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Optional;
import org.tournee.server.store.DoorKeys;
import org.tournee.sync.MalformedException;
import org.tournee.sync.RecoveryKey;

/**
 * Helps a worker who forgot the PIN of their phone to open it again. The key comes sealed from the phone and goes back
 * to it; the server keeps nothing of it. Decision: 0044.
 */
@Singleton
final class Recoveries {

    private final SignIn signIn;
    private final Enrolments enrolments;
    private final DoorKeys doorKeys;
    private final SignInJournal journal;

    Recoveries(SignIn signIn, Enrolments enrolments, DoorKeys doorKeys, SignInJournal journal) {
        this.signIn = signIn;
        this.enrolments = enrolments;
        this.doorKeys = doorKeys;
        this.journal = journal;
    }

    /**
     * Gives the key to whoever signs in as the worker of the stream.
     *
     * @throws org.tournee.server.problem.ProblemException when login and password do not fit
     */
    RecoverAnswer recover(RecoverRequest.Checked request) {
        return switch (signIn.with(request.login(), request.password(), SignIn.Door.PHONE)) {
            case SignIn.SignedIn signedIn -> recover(signedIn.account(), request.key());
            case SignIn.Refused refused -> throw SignInProblems.of(refused).asException();
            case SignIn.Locked locked -> throw SignInProblems.of(locked).asException();
        };
    }

    private RecoverAnswer recover(Account account, RecoveryKey sealed) {
        boolean theirs = enrolments.mayBeRecovered(account.organisation(), account.worker(), sealed.stream());
        Optional<byte[]> key = theirs ? opened(account, sealed) : Optional.empty();
        journal.recovered(account, sealed.stream(), key.isPresent());
        return new RecoverAnswer(key.map(Base64.getEncoder()::encodeToString).orElse(null));
    }

    private Optional<byte[]> opened(Account account, RecoveryKey sealed) {
        try {
            byte[] bytes = sealed.sealedBytes();
            return doorKeys.find(account.organisation(), sealed.doorKey())
                    .flatMap(seal -> seal.open(bytes, RecoveryKey.context(sealed.stream())));
        } catch (MalformedException e) {
            return Optional.empty(); // no seal at all
        }
    }
}
