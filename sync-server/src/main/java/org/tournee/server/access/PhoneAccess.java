package org.tournee.server.access;

import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Base64;
import org.tournee.organisation.Role;
import org.tournee.server.database.Database;
import org.tournee.server.problem.Problem;
import org.tournee.server.problem.ProblemException;
import org.tournee.server.store.Actor;
import org.tournee.server.store.DoorKeys;
import org.tournee.server.store.Successions;

/** Enrols phones and keeps their tokens fresh. */
@Singleton
final class PhoneAccess {

    private final Database database;
    private final SignIn signIn;
    private final SignInJournal journal;
    private final Accounts accounts;
    private final Enrolments enrolments;
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final DoorKeys doorKeys;
    private final Successions successions;
    private final Clock clock;

    PhoneAccess(
            Database database,
            SignIn signIn,
            SignInJournal journal,
            Accounts accounts,
            Enrolments enrolments,
            RefreshTokens refreshTokens,
            AccessTokens accessTokens,
            DoorKeys doorKeys,
            Successions successions,
            Clock clock) {
        this.database = database;
        this.signIn = signIn;
        this.journal = journal;
        this.accounts = accounts;
        this.enrolments = enrolments;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.doorKeys = doorKeys;
        this.successions = successions;
        this.clock = clock;
    }

    /**
     * Signs a worker in and gives the phone a stream.
     *
     * @throws ProblemException when login and password do not fit, or the stream is taken
     */
    EnrolAnswer enrol(EnrolRequest.Checked request) {
        return switch (signIn.with(request.login(), request.password(), SignIn.Door.PHONE)) {
            case SignIn.SignedIn signedIn -> enrol(signedIn.account(), request);
            case SignIn.Refused refused -> throw SignInProblems.of(refused).asException();
            case SignIn.Locked locked -> throw SignInProblems.of(locked).asException();
        };
    }

    private EnrolAnswer enrol(Account account, EnrolRequest.Checked request) {
        String refreshToken = database.write(connection -> {
            if (!enrolments.enrol(
                    account.organisation(),
                    account.worker(),
                    request.stream(),
                    request.deviceName(),
                    Base64.getDecoder().decode(request.publicKey()))) {
                throw taken();
            }
            return refreshTokens.begin(account.organisation(), account.worker(), request.stream());
        });
        Caller caller = new Caller(account.organisation(), account.worker(), request.stream(), account.roles());
        return new EnrolAnswer(
                account.worker().toString(),
                account.name(),
                account.organisation().toString(),
                account.organisationName(),
                account.roles().stream().map(Role::name).sorted().toList(),
                accessTokens.issue(caller),
                refreshToken,
                doorKeys.current(account.organisation()));
    }

    /**
     * Lets a phone go on with a new stream after it was cloned or rolled back. Asked again, it changes nothing.
     *
     * @throws ProblemException when the phone's stream was revoked, or the successor is taken
     */
    TokenPair succeed(Caller caller, SuccessionRequest.Checked request) {
        String refreshToken = database.write(connection -> {
            Actor actor = new Actor(caller.organisation(), caller.worker(), caller.phone());
            switch (successions.succeed(actor, request.successor(), request.publicKey(), clock.instant())) {
                case DONE -> {}
                case REVOKED ->
                    throw Problem.of(HttpStatus.FORBIDDEN, "stream-revoked", "Ce téléphone n’est plus inscrit.")
                            .asException();
                case TAKEN -> throw taken();
            }
            return refreshTokens.begin(caller.organisation(), caller.worker(), request.successor());
        });
        return pair(new RefreshTokens.Exchanged(
                new RefreshTokens.Holder(caller.organisation(), caller.worker(), request.successor()), refreshToken));
    }

    private static ProblemException taken() {
        return Problem.of(HttpStatus.CONFLICT, "stream-taken", "Cette inscription est déjà prise.")
                .asException();
    }

    /**
     * A new pair; the worker's roles are those of today.
     *
     * @throws ProblemException when the token, the stream or the worker is no longer good
     */
    TokenPair refresh(String refreshToken) {
        return switch (refreshTokens.exchange(refreshToken)) {
            case RefreshTokens.Exchanged exchanged -> pair(exchanged);
            case RefreshTokens.Unknown unknown -> throw refused("refresh-refused");
            case RefreshTokens.Copied copied -> throw refused("refresh-reused");
        };
    }

    private TokenPair pair(RefreshTokens.Exchanged exchanged) {
        RefreshTokens.Holder holder = exchanged.holder();
        Account account = accounts.byId(holder.organisation(), holder.worker())
                .filter(Account::active)
                .orElseThrow(() -> refused("worker-inactive"));
        if (enrolments.isRevoked(holder.organisation(), holder.stream())) {
            throw refused("stream-revoked");
        }
        Caller caller = new Caller(holder.organisation(), holder.worker(), holder.stream(), account.roles());
        return new TokenPair(
                accessTokens.issue(caller), exchanged.successor(), doorKeys.current(holder.organisation()));
    }

    /** Ends the refresh tokens of a phone. */
    void signOut(Caller caller) {
        journal.signedOut(caller.organisation(), caller.worker(), SignIn.Door.PHONE);
        refreshTokens.end(caller.organisation(), caller.phone());
    }

    private static ProblemException refused(String type) {
        return Problem.of(HttpStatus.UNAUTHORIZED, type, "Il faut se connecter à nouveau.")
                .asException();
    }
}
