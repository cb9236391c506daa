package org.tournee.server.access;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Checks login and password; says no more than necessary where they do not fit. */
@Singleton
final class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final SignInJournal journal;

    SignIn(Accounts accounts, Passwords passwords, SignInThrottle throttle, SignInJournal journal) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.journal = journal;
    }

    /** An unknown login, an inactive worker and a wrong password all give the same answer, in about the same time. */
    Result with(String login, String password, Door door) {
        SignInThrottle.Attempt attempt = throttle.begin(login);
        if (!attempt.allowed()) {
            return new Locked(attempt.waitBeforeNext().orElse(Duration.ZERO));
        }
        Optional<Account> account = accounts.byLogin(login);
        String hash = account.map(Account::passwordHash).orElseGet(passwords::nobodys);
        boolean matches = passwords.matches(password, hash);
        if (account.isEmpty() || !matches || !account.get().active()) {
            account.ifPresent(known -> journal.failed(known, door));
            return new Refused(attempt.waitBeforeNext());
        }
        throttle.forgive(login);
        journal.signedIn(account.get(), door);
        return new SignedIn(account.get());
    }

    /** The password once more, by somebody who is signed in already. */
    Result again(WebSession session, String password) {
        return accounts.loginOf(session.organisation(), session.worker())
                .map(login -> with(login, password, Door.SIGNATURE))
                .orElseGet(() -> new Refused(Optional.empty()));
    }

    /** Where somebody signs in. The names are stored and never change. */
    enum Door {
        BROWSER,
        PHONE,
        /** In the browser, signed in already, to sign a decision. */
        SIGNATURE
    }

    /** How a sign-in ended. */
    sealed interface Result {}

    record SignedIn(Account account) implements Result {}

    /** Login and password do not fit; the next attempt may have to wait. */
    record Refused(Optional<Duration> waitFor) implements Result {}

    /** Too many failures before: the password was not looked at. */
    record Locked(Duration waitFor) implements Result {}
}
