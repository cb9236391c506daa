package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.subtle.X25519;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.sync.SyncEngine;
import org.tournee.mobile.sync.Tempo;

/** A forgotten PIN over a real store, and a server that does not, or not yet, help. Rule: R-OFF. Decision: 0044. */
class ForgottenPinTest {

    private static final Messages MESSAGES = new Messages(Locale.FRENCH);

    private final AtomicInteger enrolled = new AtomicInteger();
    private final List<Entrance.Opened> opened = new ArrayList<>();

    private HttpServer server;
    private PhoneStoreFixture phone;
    private StoreEntrance entrance;

    @BeforeEach
    void leaveADraft() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/auth/v1/enrol", exchange -> {
            enrolled.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        phone = PhoneStoreFixture.towards(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        phone.store()
                .keepDoorKey(Base64.getEncoder().encodeToString(X25519.publicFromPrivate(X25519.generatePrivateKey())));
        phone.store().keepDraft("un formulaire", "{\"commencé\":true}");
        phone.store().close();
        entrance = new StoreEntrance(
                phone.folder(),
                "Essai",
                SyncEngine::client,
                PhoneStoreFixture.CLOCK,
                PhoneStoreFixture.CHEAP,
                Tempo.PHONE);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        phone.close();
    }

    private void answers(int status, String body) {
        server.createContext("/auth/v1/recover", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private EnrolViewModel signedIn() {
        Entrance.Holder forgotten = entrance.holders().get(0);
        EnrolViewModel model =
                new EnrolViewModel(entrance, forgotten, MESSAGES, Runnable::run, Runnable::run, opened::add);
        assertThat(model.forgottenWhy()).contains("brouillons compris");
        model.serverProperty().set(forgotten.server());
        model.loginProperty().set("c.beaufort");
        model.passwordProperty().set("un mot de passe");
        model.next();
        model.pin("731946");
        model.pin("731946");
        return model;
    }

    private void assertTheDraftIsThere() {
        assertThat(PhoneFile.in(phone.folder())).hasSize(1);
        assertThat(phone.reopen().draft("un formulaire")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"200,pas du JSON", "400,{}", "409,{}", "500,{}"})
    void anAnswerThatIsNoAnswerLeavesEverythingForAnotherTry(int status, String body) {
        answers(status, body);
        EnrolViewModel model = signedIn();
        assertThat(model.stepProperty().get()).isEqualTo(EnrolViewModel.Step.SIGN_IN);
        assertThat(model.errorsProperty().get().general()).isNotEmpty();
        assertThat(enrolled).hasValue(0);
        assertTheDraftIsThere();
    }

    /** A server that gives no key, and one from before the question. */
    @ParameterizedTest
    @CsvSource({"200,{\"data_key\":null}", "404,''"})
    void draftsThatWerePromisedAreGivenUpByOnesWordAlone(int status, String body) {
        answers(status, body);
        EnrolViewModel model = signedIn();
        assertThat(model.stepProperty().get()).isEqualTo(EnrolViewModel.Step.GIVE_UP_DRAFTS);
        assertThat(enrolled).hasValue(0);
        model.giveUpDrafts();
        assertThat(enrolled).as("a new store is asked for").hasValue(1);
        assertTheDraftIsThere();
    }

    @Test
    void aStoreThatCannotBeReadNowIsNotTakenForOneWithoutAWayBack() {
        answers(200, "{\"data_key\":null}");
        Entrance.Holder forgotten = entrance.holders().get(0);
        phone.reopen();
        Entrance.Answer answer = entrance.enrol(
                new Entrance.NewPhone(forgotten.server(), "c.beaufort", "un mot de passe", "731946", forgotten, false));
        assertThat(answer).isEqualTo(new Entrance.Refused(Entrance.Reason.BUSY));
        assertThat(enrolled).hasValue(0);
        phone.store().close();
        assertTheDraftIsThere();
    }
}
