package org.tournee.server.mail;

import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Hands one message to the mail server, and waits until it took it. */
@Singleton
public class Smtp {

    private static final String PATIENCE_MILLIS = "10000";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSettings settings;
    private final Clock clock;

    Smtp(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether there is a mail server at all. */
    public boolean isOn() {
        return settings.isOn();
    }

    /**
     * Sends a text.
     *
     * @throws MessagingException when the server cannot be reached or does not take it; its message names the mailbox
     * @throws IOException when the password cannot be read
     */
    public void send(String to, String subject, String text) throws MessagingException, IOException {
        Session session = Session.getInstance(properties());
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, UTF_8);
        message.setText(text, UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated"); // nobody's absence answers it
        message.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(settings.host(), settings.port(), login(), password());
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.auth", Boolean.toString(login() != null));
        boolean startTls = settings.security() == MailSettings.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        boolean tls = settings.security() == MailSettings.Security.TLS;
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        return properties;
    }

    private @Nullable String login() {
        return settings.login().isBlank() ? null : settings.login();
    }

    /** Read each time: it may be changed without a restart. */
    private @Nullable String password() throws IOException {
        return settings.passwordFile().isBlank()
                ? null
                : Files.readString(Path.of(settings.passwordFile())).strip();
    }
}
