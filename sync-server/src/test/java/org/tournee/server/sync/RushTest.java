package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.scheduling.TaskExecutors;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tournee.server.TestPhone;
import org.tournee.server.load.Bodies;
import org.tournee.server.load.Kinds;
import org.tournee.sync.PullRequest;
import org.tournee.sync.Wire;

/** A service with room for one request at a time: the others wait, and are asked back where that is too long. Rule: R-SYN. */
class RushTest extends SyncTest {

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new HashMap<>(super.getProperties());
        properties.put("tournee.load.requests-at-once", "1");
        properties.put("tournee.load.pushes-at-once", "1");
        properties.put("tournee.load.patience", "2000");
        return properties;
    }

    private HttpResponse<byte[]> pull() {
        byte[] body = Wire.json(new PullRequest(phone.stream(), phone.epoch(), null, null, null, null))
                .getBytes(StandardCharsets.UTF_8);
        return phone.post("/sync/v1/pull", "application/json", body, Map.of());
    }

    private Future<?> workUntil(CountDownLatch done) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        ExecutorService requests = beans.getBean(ExecutorService.class, Qualifiers.byName(TaskExecutors.BLOCKING));
        Future<?> work = requests.submit(() -> {
            begun.countDown();
            done.await();
            return null;
        });
        begun.await();
        return work;
    }

    @Test
    void aRequestThatIsNotBegunInTimeIsAskedBackAndAPushDoesNotWaitForRequests() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Future<?> other = workUntil(done);

        HttpResponse<byte[]> refused = pull();
        HttpResponse<byte[]> sent = phone.send(List.of());

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(TestPhone.text(refused)).contains("urn:tournee:unavailable").contains("retry_after");
        assertThat(sent.statusCode()).isEqualTo(200);
        done.countDown();
        other.get();
        assertThat(pull().statusCode()).isEqualTo(200);
    }

    @Test
    void aPushThatIsNotBegunInTimeIsAskedBackAndIsTakenLater() throws Exception {
        Bodies pushes = beans.getBean(Bodies.class, Qualifiers.byName(Kinds.PUSH));
        try (Bodies.Body _ = pushes.take(nothing(), 0).orElseThrow()) {
            assertThat(phone.send(List.of()).statusCode()).isEqualTo(503);
            assertThat(pull().statusCode()).as("others are served").isEqualTo(200);
        }
        assertThat(phone.send(List.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void aPhoneThatLostItsNetworkInTheMiddleOfAPushHoldsUpNobody() throws Exception {
        try (Socket lost = new Socket(server.getHost(), server.getPort())) {
            lost.getOutputStream()
                    .write(("POST /sync/v1/push HTTP/1.1\r\nHost: service\r\nAuthorization: Bearer " + phone.token()
                                    + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            lost.getOutputStream().flush();

            assertThat(phone.send(List.of()).statusCode()).isEqualTo(200);
        }
        assertThat(phone.send(List.of()).statusCode()).isEqualTo(200);
    }

    private static ByteArrayInputStream nothing() {
        return new ByteArrayInputStream(new byte[0]);
    }
}
