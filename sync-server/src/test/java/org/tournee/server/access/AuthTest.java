package org.tournee.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.ServerTest;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.sync.SealingPhone;
import org.tournee.sync.RecoveryKey;
import org.tournee.sync.StreamId;

/** The phones' way in, over real HTTP and a real PostgreSQL. */
class AuthTest extends ServerTest {

    private static final String PASSWORD = "un mot de passe long";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static final byte[] DATA_KEY = "la clef d'un carnet, de 32 bytes".getBytes(StandardCharsets.UTF_8);

    @Inject
    Database database;

    @Inject
    Passwords passwords;

    @Inject
    TestClock clock;

    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID org = UUID.randomUUID();
    private UUID worker;
    private String login;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new LinkedHashMap<>(super.getProperties());
        properties.put("tournee.access.password.memory-kib", "64");
        properties.put("tournee.test.clock", "true");
        properties.put("tournee.reminders.enabled", "false");
        return properties;
    }

    @BeforeEach
    void aWorker() {
        worker = UUID.randomUUID();
        login = "camille." + worker;
        database.write(connection -> {
            Sql.change(
                    connection,
                    "insert into organisation values (?, 'Département', 'Europe/Paris', 'e1', now()) on conflict do nothing",
                    org);
            return Sql.change(
                    connection,
                    "insert into worker (org_id, worker_id, login, password_hash, name, roles, full_time_percent)"
                            + " values (?, ?, ?, ?, 'Camille Moreau', 'SOCIAL_WORKER', 100)",
                    org,
                    worker,
                    login,
                    passwords.hash(PASSWORD));
        });
    }

    @Test
    void aPhoneIsEnrolledAndGetsWhoItsWorkerIs() {
        UUID stream = UUID.randomUUID();

        Answer answer = enrol(login, PASSWORD, stream);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.get("worker_id")).isEqualTo(worker.toString());
        assertThat(answer.get("worker_name")).isEqualTo("Camille Moreau");
        assertThat(answer.get("org_id")).isEqualTo(org.toString());
        assertThat(answer.get("org_name")).isEqualTo("Département");
        assertThat(answer.body()).contains("\"roles\":[\"SOCIAL_WORKER\"]");
        assertThat(answer.get("access_token").split("\\.", -1)).hasSize(3);
        assertThat(answer.get("refresh_token")).isNotBlank();
    }

    @Test
    void enrollingTheSameStreamAgainAnswersAgainAndMakesNoSecond() {
        UUID stream = UUID.randomUUID();
        enrol(login, PASSWORD, stream);

        assertThat(enrol(login, PASSWORD, stream).status()).isEqualTo(200);
        assertThat(streams(stream)).isEqualTo(1);
    }

    @Test
    void aStreamOfSomebodyElseIsRefused() {
        UUID stream = UUID.randomUUID();
        enrol(login, PASSWORD, stream);
        aWorker();

        Answer answer = enrol(login, PASSWORD, stream);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.get("type")).isEqualTo("urn:tournee:stream-taken");
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginGetTheSameAnswer() {
        Answer wrong = enrol(login, "faux", UUID.randomUUID());
        Answer unknown = enrol("personne." + worker, "faux", UUID.randomUUID());

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.contentType()).isEqualTo("application/problem+json");
        assertThat(wrong.get("type")).isEqualTo("urn:tournee:bad-credentials");
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void anInactiveWorkerGetsTheSameAnswerAsAWrongPassword() {
        deactivate();

        assertThat(enrol(login, PASSWORD, UUID.randomUUID()).get("type")).isEqualTo("urn:tournee:bad-credentials");
    }

    @Test
    void theFifthFailureLocksALoginWhetherItExistsOrNot() {
        for (String guessed : new String[] {login, "personne." + worker}) {
            for (int i = 0; i < SignInThrottle.FREE_FAILURES; i++) {
                assertThat(enrol(guessed, "faux", UUID.randomUUID()).body()).doesNotContain("retry_after");
            }
            assertThat(enrol(guessed, "faux", UUID.randomUUID()).body()).contains("\"retry_after\":30");

            Answer locked = enrol(guessed, PASSWORD, UUID.randomUUID());

            assertThat(locked.status()).isEqualTo(429);
            assertThat(locked.get("type")).isEqualTo("urn:tournee:too-many-attempts");
            assertThat(locked.body()).contains("\"retry_after\":30");
        }
    }

    @Test
    void afterTheWaitTheRightPasswordLetsInAndForgetsTheFailures() {
        for (int i = 0; i <= SignInThrottle.FREE_FAILURES; i++) {
            enrol(login, "faux", UUID.randomUUID());
        }
        clock.advance(Duration.ofSeconds(31));

        assertThat(enrol(login, PASSWORD, UUID.randomUUID()).status()).isEqualTo(200);
        assertThat(enrol(login, "faux", UUID.randomUUID()).body()).doesNotContain("retry_after");
    }

    @Test
    void anUnknownMemberIsRefusedClearlyAndNotRepeated() {
        Answer answer = post("/auth/v1/refresh", "{\"refresh_token\":\"x\",\"surprise\":\"Dupont\"}", null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.get("type")).isEqualTo("urn:tournee:malformed-request");
        assertThat(answer.body()).doesNotContain("Dupont");
    }

    @Test
    void aMissingMemberIsNamed() {
        Answer answer = post("/auth/v1/enrol", "{\"login\":\"a\"}", null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.get("member")).isEqualTo("password");
    }

    @Test
    void aTokenWorksUntilItsSuccessorWasUsed() {
        String first = enrol(login, PASSWORD, UUID.randomUUID()).get("refresh_token");
        assertThat(refresh(first).status()).as("the answer is lost").isEqualTo(200);

        String third = refresh(first).get("refresh_token");

        assertThat(refresh(third).status()).isEqualTo(200);
    }

    @Test
    void aTokenThatComesBackAfterItsSuccessorWasUsedEndsTheFamily() {
        String first = enrol(login, PASSWORD, UUID.randomUUID()).get("refresh_token");
        String second = refresh(first).get("refresh_token");
        String third = refresh(second).get("refresh_token");

        assertThat(refresh(first).get("type")).isEqualTo("urn:tournee:refresh-reused");
        assertThat(refresh(third).get("type")).isEqualTo("urn:tournee:refresh-refused");
    }

    @Test
    void oneOfTwoSuccessorsIsACopyOnceTheOtherWasUsed() {
        String first = enrol(login, PASSWORD, UUID.randomUUID()).get("refresh_token");
        String one = refresh(first).get("refresh_token");
        String other = refresh(first).get("refresh_token");
        assertThat(refresh(one).status()).isEqualTo(200);

        assertThat(refresh(other).get("type")).isEqualTo("urn:tournee:refresh-reused");
    }

    @Test
    void whoIsNoLongerActiveIsRefusedAtTheNextRefresh() {
        String token = enrol(login, PASSWORD, UUID.randomUUID()).get("refresh_token");
        deactivate();

        assertThat(refresh(token).status()).isEqualTo(401);
        assertThat(refresh(token).get("type")).isEqualTo("urn:tournee:worker-inactive");
    }

    @Test
    void afterSigningOutTheRefreshTokenIsRefused() {
        Answer enrolled = enrol(login, PASSWORD, UUID.randomUUID());

        assertThat(post("/auth/v1/sign-out", "", enrolled.get("access_token")).status())
                .isEqualTo(204);
        assertThat(refresh(enrolled.get("refresh_token")).get("type")).isEqualTo("urn:tournee:refresh-refused");
    }

    @Test
    void anExpiredAccessTokenIsToldAsSuch() {
        String token = enrol(login, PASSWORD, UUID.randomUUID()).get("access_token");
        clock.advance(Duration.ofMinutes(10));

        Answer answer = post("/auth/v1/sign-out", "", token);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.get("type")).isEqualTo("urn:tournee:access-expired");
    }

    @Test
    void anUnsignedOrAlteredTokenIsNobodys() {
        String token = enrol(login, PASSWORD, UUID.randomUUID()).get("access_token");
        String claims = token.split("\\.", -1)[1];
        String unsigned = base64("{\"alg\":\"none\"}") + "." + claims + ".";
        String altered = token.substring(0, token.length() - 3) + "abc";

        for (String forged : new String[] {unsigned, altered, "", "a.b.c"}) {
            Answer answer = post("/auth/v1/sign-out", "", forged);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.get("type")).isEqualTo("urn:tournee:not-signed-in");
        }
    }

    @Test
    void whoForgotThePinGetsTheKeyOfTheirOwnPhone() {
        RecoveryKey sealed = enrolledAndSealed();

        Answer answer = recover(login, sealed);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Base64.getDecoder().decode(answer.get("data_key"))).isEqualTo(DATA_KEY);
        assertThat(audited("RECOVER")).isEqualTo(1);
    }

    @Test
    void aWrongPasswordGetsNoKey() {
        RecoveryKey sealed = enrolledAndSealed();

        assertThat(recover(login, "faux", sealed).get("type")).isEqualTo("urn:tournee:bad-credentials");
        assertThat(audited("RECOVER")).isZero();
    }

    @Test
    void aColleagueGetsNoKey() {
        RecoveryKey sealed = enrolledAndSealed();
        aWorker();

        assertThat(recover(login, sealed).body()).doesNotContain("data_key\":\"");
        assertThat(audited("RECOVER")).isZero();
        assertThat(audited("REFUSE")).as("whoever tries others' phones is seen").isOne();
    }

    @Test
    void aSealOfOnePhoneOpensForNoOther() {
        RecoveryKey sealed = enrolledAndSealed();
        UUID other = UUID.randomUUID();
        enrol(login, PASSWORD, other);

        Answer answer = recover(login, new RecoveryKey(new StreamId(other), sealed.doorKey(), sealed.sealed()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("data_key\":\"");
    }

    @Test
    void aRevokedPhoneIsNotOpenedAgain() {
        RecoveryKey sealed = enrolledAndSealed();
        database.write(connection ->
                Sql.change(connection, "update stream set state = 'REVOKED' where stream_id = ?", sealed.stream()));

        assertThat(recover(login, sealed).body()).doesNotContain("data_key\":\"");
    }

    @Test
    void whatIsNoSealGetsNoKey() {
        RecoveryKey sealed = enrolledAndSealed();

        Answer answer = recover(login, new RecoveryKey(sealed.stream(), sealed.doorKey(), "pas du Base64 !"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("data_key\":\"");
    }

    private RecoveryKey enrolledAndSealed() {
        UUID stream = UUID.randomUUID();
        String doorKey = enrol(login, PASSWORD, stream).get("door_key");
        return new SealingPhone(server.getURI().toString(), new OrganisationId(org), doorKey)
                .recovery(new StreamId(stream), DATA_KEY);
    }

    private Answer recover(String as, RecoveryKey sealed) {
        return recover(as, PASSWORD, sealed);
    }

    private Answer recover(String as, String password, RecoveryKey sealed) {
        String body = """
                {"login":"%s","password":"%s","stream_id":"%s","door_key":"%s","sealed":"%s"}
                """.formatted(as, password, sealed.stream(), sealed.doorKey(), sealed.sealed());
        return post("/auth/v1/recover", body, null);
    }

    private int audited(String act) {
        return database.read(connection -> Sql.all(
                        connection, "select 1 from audit where worker_id = ? and act = ?", row -> 1, worker, act)
                .size());
    }

    @Test
    void whatIsNoRouteOrAnotherMethodIsToldAsSuch() {
        assertThat(post("/auth/v1/nowhere", "{}", null).get("type")).isEqualTo("urn:tournee:not-found");
        Answer answer = send(request("/auth/v1/enrol").GET().build());
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.get("type")).isEqualTo("urn:tournee:method-not-allowed");
    }

    @Test
    void aRequestThatIsTooLargeIsRefused() {
        Answer answer = post("/auth/v1/refresh", "{\"refresh_token\":\"" + "x".repeat(3_000_000) + "\"}", null);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.get("type")).isEqualTo("urn:tournee:too-large");
    }

    @Test
    void unreadableJsonAndForeignMediaTypesHaveTheirProblem() {
        assertThat(post("/auth/v1/refresh", "{", null).get("type")).isEqualTo("urn:tournee:malformed-request");
        HttpRequest text = request("/auth/v1/refresh")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("Dupont"))
                .build();
        assertThat(send(text).get("type")).isEqualTo("urn:tournee:unsupported-media-type");
    }

    private Answer enrol(String as, String password, UUID stream) {
        String body = """
                {"login":"%s","password":"%s","stream_id":"%s","device_name":"Téléphone de test","public_key":"%s"}
                """.formatted(as, password, stream, KEY);
        return post("/auth/v1/enrol", body, null);
    }

    private Answer refresh(String token) {
        return post("/auth/v1/refresh", "{\"refresh_token\":\"" + token + "\"}", null);
    }

    private Answer post(String path, String body, String bearer) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.getURI() + path));
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void deactivate() {
        database.write(
                connection -> Sql.change(connection, "update worker set active = false where worker_id = ?", worker));
    }

    private int streams(UUID stream) {
        return database.read(
                connection -> Sql.all(connection, "select 1 from stream where stream_id = ?", row -> 1, stream)
                        .size());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** What came back. */
    record Answer(int status, String contentType, String body) {

        /** A member that is a string. */
        String get(String member) {
            var found = java.util.regex.Pattern.compile("\"" + member + "\":\"([^\"]*)\"")
                    .matcher(body);
            return found.find() ? found.group(1) : "";
        }
    }
}
