package org.tournee.server.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServerTest;
import org.tournee.server.ServiceFixture;
import org.tournee.server.access.TestClock;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/** What is due is told by mail, through a real mail server, and nothing of anybody with it. Rule: R-REM. Decision: 0065. */
class ReminderMailTest extends ServerTest {

    private static final int PORT = freePort();
    private static final GreenMail POST = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    @Inject
    ApplicationContext context;

    @Inject
    TestClock clock;

    @Inject
    ReminderMail mail;

    private ServiceFixture service;
    private WorkerId referent;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new LinkedHashMap<>(super.getProperties());
        properties.put("tournee.test.clock", "true");
        properties.put("tournee.reminders.enabled", "false");
        properties.put("tournee.mail.host", "127.0.0.1");
        properties.put("tournee.mail.port", Integer.toString(PORT));
        properties.put("tournee.mail.security", "NONE");
        properties.put("tournee.mail.from", "tournee@vienne.example");
        properties.put("tournee.mail.pages", "https://tournee.vienne.example/");
        properties.put("tournee.mail.interval", "1d"); // by hand here
        return properties;
    }

    @BeforeEach
    void somebodyWithAMailbox() throws Exception {
        POST.start();
        POST.purgeEmailFromAllMailboxes();
        service = new ServiceFixture(context, server.getURI().toString());
        referent = service.worker(Role.SOCIAL_WORKER);
        mailbox(referent, "claire.martin@vienne.example");
        change("delete from mail_waiting");
    }

    @AfterEach
    void nothingIsLeft() {
        POST.stop();
    }

    @Test
    void oneMessageSaysThatSomethingIsDueAndNothingOfWhatItIs() throws Exception {
        note(List.of(referent));
        note(List.of(referent));

        assertThat(mail.send()).isOne();
        assertThat(mail.send()).isZero();

        Message message = onlyMessage();
        assertThat(message.getSubject()).isEqualTo("Tournée : des rappels vous attendent");
        assertThat(message.getAllRecipients())
                .extracting(Address::toString)
                .containsExactly("claire.martin@vienne.example");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat((String) message.getContent())
                .contains("https://tournee.vienne.example/", "« Aujourd’hui »")
                .doesNotContain(referent.toString());
        assertThat(GreenMailUtil.getHeaders(message))
                .doesNotContain(service.organisation().toString());
    }

    @Test
    void whatIsToldIsTheReasonOfAMessage() throws Exception {
        change("""
                insert into reminder_told (org_id, cause, worker_id, dossier_id, due_on, told_at, tell_at)
                values (?, 'silent_phone/essai', ?, null, current_date, now(), '2000-01-01')""", service.organisation(), referent);

        ReminderDelivery delivery = service.bean(ReminderDelivery.class);
        delivery.deliver(service.organisation());
        delivery.deliver(service.organisation());

        assertThat(mail.send()).isOne();
        onlyMessage();
    }

    @Test
    void whoHasNoMailboxOrLeftIsNotWrittenTo() {
        WorkerId without = service.worker(Role.SOCIAL_WORKER);
        WorkerId left = service.worker(Role.SOCIAL_WORKER);
        mailbox(left, "parti@vienne.example");
        note(List.of(without, left));
        change("update worker set active = false where worker_id = ?", left.value());

        assertThat(mail.send()).isZero();

        assertThat(POST.getReceivedMessages()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void aMailServerThatIsAwayCostsTimeAndNoMessage() throws Exception {
        POST.stop();
        note(List.of(referent));
        assertThat(mail.send()).isZero();
        assertThat(waiting()).isOne();
        POST.start();

        assertThat(mail.send()).as("not at once: the others wait too").isZero();
        clock.advance(Duration.ofMinutes(5));

        assertThat(mail.send()).isOne();
        onlyMessage();
    }

    @Test
    void whatIsNeverTakenIsGivenUpAndBeginsAgainWithWhatIsDueNext() {
        POST.stop();
        note(List.of(referent));
        for (int attempt = 0; attempt < ReminderMail.TRIES + 2; attempt++) {
            mail.send();
            clock.advance(LONGEST_WAIT);
        }
        assertThat(tries()).isEqualTo(ReminderMail.TRIES);
        POST.start();
        assertThat(mail.send()).isZero();

        note(List.of(referent));

        assertThat(mail.send()).isOne();
    }

    /** The same one after each stop. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(Collection<WorkerId> told) {
        service.bean(Database.class).write(connection -> {
            mail.note(connection, service.organisation(), told, clock.instant());
            return null;
        });
    }

    private static Message onlyMessage() throws MessagingException {
        assertThat(POST.getReceivedMessages()).hasSize(1);
        return POST.getReceivedMessages()[0];
    }

    private void mailbox(WorkerId worker, String address) {
        change("update worker set mailbox = ? where worker_id = ?", address, worker.value());
    }

    private long waiting() {
        return number("select count(*) from mail_waiting");
    }

    private long tries() {
        return number("select max(tries) from mail_waiting");
    }

    private long number(String sql) {
        return service.bean(Database.class)
                .read(connection ->
                        Sql.first(connection, sql, row -> row.getLong(1)).orElseThrow());
    }

    private void change(String sql, Object... parameters) {
        service.bean(Database.class).write(connection -> Sql.change(connection, sql, parameters));
    }
}
