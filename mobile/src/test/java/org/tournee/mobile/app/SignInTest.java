package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.sync.SyncState.Problem;

/** Signing in again where the tokens are spent: asked for plainly, and nothing is lost by it. Rule: R-SYN. */
class SignInTest {

    private static final Messages MESSAGES = new Messages(Locale.FRENCH);

    private final List<String> asked = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private Optional<Entrance.Refused> answer = Optional.empty();

    private final PhoneDoor door = new PhoneDoor() {
        @Override
        public void lock() {
            asked.add("lock");
        }

        @Override
        public void logOut() {
            asked.add("logOut");
        }

        @Override
        public Optional<Entrance.Refused> signInAgain(String login, String password) {
            asked.add(login + "/" + password);
            return answer;
        }
    };

    private SignInViewModel model() {
        return new SignInViewModel(door, MESSAGES, Runnable::run, Runnable::run, () -> done.add("done"));
    }

    @Test
    void theRightPasswordLetsInAndIsForgotten() {
        SignInViewModel model = model();
        model.loginProperty().set(" c.beaufort ");
        model.passwordProperty().set("un mot de passe");

        model.signIn();

        assertThat(asked).containsExactly("c.beaufort/un mot de passe");
        assertThat(done).hasSize(1);
        assertThat(model.passwordProperty().get()).isEmpty();
    }

    @Test
    void aWrongPasswordIsSaidAndWhatWasTypedStays() {
        answer = Optional.of(new Entrance.Refused(Entrance.Reason.WRONG_PASSWORD));
        SignInViewModel model = model();
        model.loginProperty().set("c.beaufort");
        model.passwordProperty().set("faux");

        model.signIn();

        assertThat(model.problemProperty().get()).contains("mot de passe ne va pas");
        assertThat(model.loginProperty().get()).isEqualTo("c.beaufort");
        assertThat(done).isEmpty();
    }

    @Test
    void nothingIsSentUntilBothAreThere() {
        SignInViewModel model = model();

        model.signIn();
        assertThat(model.problemProperty().get()).contains("identifiant");
        model.loginProperty().set("c.beaufort");
        model.signIn();

        assertThat(model.problemProperty().get()).contains("mot de passe");
        assertThat(asked).isEmpty();
    }

    @Test
    void theSyncPageLeadsThereWhenTheTokensAreSpent() {
        try (OpenPhone phone = OpenPhone.withHouseholds(2, FixedSync.with(Problem.SIGN_IN_AGAIN), Appearance.USUAL)) {
            phone.open(new Destination.SyncPage());
            phone.camera.cutTexts(); // lays out
            Hands.fire(phone.camera, MESSAGES.get("signIn.do"));

            assertThat(phone.shell.here()).contains(new Destination.SignIn());
        }
    }
}
