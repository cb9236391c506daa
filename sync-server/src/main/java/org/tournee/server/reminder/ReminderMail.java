package org.tournee.server.reminder;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.mail.MailSettings;
import org.tournee.server.mail.Smtp;
import org.tournee.server.problem.Traces;

/**
 * Says by mail that something is due, to those who have a mailbox: one message, however much is due, and nothing of what
 * it is. What waits is in the database, so that a mail server that is away, or an instance that is killed, costs time
 * alone; a message may come twice and is never lost. Rule: R-REM. Decision: 0065.
 */
@Singleton
public class ReminderMail {

    /** After so many a message is given up, until something else is due. */
    static final int TRIES = 8;

    private static final Logger LOG = LoggerFactory.getLogger(ReminderMail.class);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(5);
    private static final int AT_ONCE = 200;
    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.tournee.server.reminder.mail", Locale.FRENCH);

    private final Database database;
    private final Smtp smtp;
    private final MailSettings settings;
    private final Clock clock;

    ReminderMail(Database database, Smtp smtp, MailSettings settings, Clock clock) {
        this.database = database;
        this.smtp = smtp;
        this.settings = settings;
        this.clock = clock;
    }

    /** Notes, in the transaction in which reminders are told, that those of the workers who have a mailbox are written to. */
    void note(Connection connection, OrganisationId organisation, Collection<WorkerId> told, Instant at)
            throws SQLException {
        if (!smtp.isOn() || told.isEmpty()) {
            return;
        }
        Sql.change(
                connection,
                """
                insert into mail_waiting (org_id, worker_id, asked_at, next_at)
                select org_id, worker_id, ?, ? from worker
                where org_id = ? and worker_id = any(?) and active and mailbox is not null
                on conflict (org_id, worker_id) do update set asked_at = excluded.asked_at,
                    next_at = coalesce(mail_waiting.next_at, excluded.next_at),
                    tries = case when mail_waiting.next_at is null then 0 else mail_waiting.tries end
                """,
                at,
                at,
                organisation,
                told.stream().map(WorkerId::value).toArray(UUID[]::new));
    }

    /** Sends what waits; returns how many messages the mail server took. */
    @Scheduled(initialDelay = "30s", fixedDelay = "${tournee.mail.interval:30s}")
    int send() {
        int sent = 0;
        for (int turn = 0; smtp.isOn() && turn < AT_ONCE; turn++) {
            Optional<Waiting> next = database.write(this::claim);
            if (next.isEmpty()) {
                break;
            }
            sent += send(next.get()) ? 1 : 0;
        }
        return sent;
    }

    private boolean send(Waiting waiting) {
        try {
            String mailbox = waiting.mailbox();
            if (mailbox != null) {
                smtp.send(mailbox, TEXTS.getString("subject"), text());
            }
            database.write(connection -> forget(connection, waiting));
            return mailbox != null;
        } catch (MessagingException | IOException e) {
            LOG.warn("A mail was not taken, try {} of {}: {}", waiting.tries(), TRIES, Traces.withoutMessages(e));
            if (waiting.tries() >= TRIES) {
                database.write(connection -> giveUp(connection, waiting));
            }
            return false;
        }
    }

    private String text() {
        String where =
                settings.pages().isBlank() ? "" : MessageFormat.format(TEXTS.getString("pages"), settings.pages());
        return MessageFormat.format(TEXTS.getString("text"), where);
    }

    /** One that is due, and not again before the wait that grows with each try: another instance takes the next. */
    private Optional<Waiting> claim(Connection connection) throws SQLException {
        Instant now = clock.instant();
        return Sql.first(connection, """
                update mail_waiting m set tries = m.tries + 1,
                    next_at = ?::timestamptz + least(power(2, m.tries), 64) * make_interval(secs => ?)
                from worker w
                where (m.org_id, m.worker_id) = (
                    select org_id, worker_id from mail_waiting where next_at <= ?
                    order by next_at limit 1 for update skip locked)
                  and w.org_id = m.org_id and w.worker_id = m.worker_id
                returning m.org_id, m.worker_id, m.asked_at, m.tries, case when w.active then w.mailbox end as mailbox
                """, Waiting::of, now, FIRST_WAIT.toSeconds(), now);
    }

    /** What was asked for since is sent at its time. */
    private static int forget(Connection connection, Waiting sent) throws SQLException {
        return Sql.change(
                connection,
                "delete from mail_waiting where org_id = ? and worker_id = ? and asked_at = ?",
                sent.organisation(),
                sent.worker(),
                sent.askedAt());
    }

    private static int giveUp(Connection connection, Waiting waiting) throws SQLException {
        return Sql.change(
                connection,
                "update mail_waiting set next_at = null where org_id = ? and worker_id = ? and asked_at = ?",
                waiting.organisation(),
                waiting.worker(),
                waiting.askedAt());
    }

    /**
     * A message that waits.
     *
     * @param mailbox null where there is none any more
     * @param tries this one included
     */
    private record Waiting(
            OrganisationId organisation,
            WorkerId worker,
            Instant askedAt,
            int tries,
            @Nullable String mailbox) {

        static Waiting of(ResultSet row) throws SQLException {
            return new Waiting(
                    new OrganisationId(Sql.uuid(row, "org_id")),
                    new WorkerId(Sql.uuid(row, "worker_id")),
                    Sql.instant(row, "asked_at"),
                    row.getInt("tries"),
                    row.getString("mailbox"));
        }
    }
}
