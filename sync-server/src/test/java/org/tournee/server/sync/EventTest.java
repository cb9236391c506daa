package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.TestPhone;

/** A phone that listens is woken, and told nothing. Rules: R-SYN, R-REM. */
class EventTest extends SyncTest {

    /** Reads the names of events until the stream ends. */
    private static BlockingQueue<String> listen(TestPhone phone) {
        BlockingQueue<String> names = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> {
            HttpResponse<java.io.InputStream> response = phone.stream("/sync/v1/events");
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event:")) {
                        names.add(line.substring("event:".length()).strip());
                    }
                }
            } catch (java.io.IOException e) {
                names.add("ended");
            }
        });
        return names;
    }

    private static String next(BlockingQueue<String> names) throws InterruptedException {
        return names.poll(20, TimeUnit.SECONDS);
    }

    /** The next event that is no wake-up: one of the fixture's own writes may still be on its way. */
    private static String nextButWake(BlockingQueue<String> names) throws InterruptedException {
        String name = next(names);
        while ("wake".equals(name)) {
            name = next(names);
        }
        return name;
    }

    @Test
    void aPhoneIsWokenWhenOneOfItsDossiersMoves() throws Exception {
        WorkerId colleague = service.worker(Role.SOCIAL_WORKER);
        service.assign(dossier, colleague, org.tournee.dossier.ReferentRole.REPLACEMENT);
        BlockingQueue<String> names = listen(service.phone(colleague));
        assertThat(next(names)).isEqualTo("ping");

        phone.save(dossier, contact(TestPhone.newId())).push();

        assertThat(next(names)).isEqualTo("wake");
    }

    @Test
    void aReminderIsToldToItsWorkerAlone() throws Exception {
        WorkerId colleague = service.worker(Role.SOCIAL_WORKER);
        BlockingQueue<String> mine = listen(phone);
        BlockingQueue<String> theirs = listen(service.phone(colleague));
        assertThat(next(mine)).isEqualTo("ping");
        assertThat(next(theirs)).isEqualTo("ping");

        service.bean(Wakeups.class).publish(service.organisation(), List.of(referent), Wakeups.Kind.REMINDER);

        assertThat(nextButWake(mine)).isEqualTo("reminder");
        assertThat(theirs).doesNotContain("reminder");
    }

    @Test
    void whatAnotherInstancePublishesIsTold() throws Exception {
        BlockingQueue<String> names = listen(phone);
        assertThat(next(names)).isEqualTo("ping");

        try (var connection = org.tournee.server.TestPostgres.connect();
                var notify = connection.createStatement()) {
            notify.execute("select pg_notify('" + Notifications.CHANNEL + "', 'other " + service.organisation() + " "
                    + referent + " REMINDER')");
        }

        assertThat(nextButWake(names)).isEqualTo("reminder");
    }
}
