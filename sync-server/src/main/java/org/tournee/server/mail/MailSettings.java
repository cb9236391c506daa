package org.tournee.server.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Through which server mail leaves.
 *
 * @param host empty: there is no mail
 * @param login empty: the server asks for none
 * @param passwordFile holds the password and nothing else
 * @param from the address that messages come from
 * @param pages where the back office is found, as a worker opens it; empty where that is not to be said
 */
@ConfigurationProperties("tournee.mail")
public record MailSettings(
        @Bindable(defaultValue = "") String host,
        @Bindable(defaultValue = "587") int port,
        @Bindable(defaultValue = "STARTTLS") Security security,
        @Bindable(defaultValue = "") String login,
        @Bindable(defaultValue = "") String passwordFile,
        @Bindable(defaultValue = "") String from,
        @Bindable(defaultValue = "") String pages) {

    /** How the connection is kept secret. */
    public enum Security {
        /** It begins in clear and is refused where the server offers no TLS. */
        STARTTLS,
        /** From its first byte. */
        TLS,
        /** Not at all: a server on the same machine. */
        NONE
    }

    public MailSettings {
        if (!host.isBlank() && !Mailbox.isOne(from)) {
            throw new IllegalArgumentException("tournee.mail.from must be an address where tournee.mail.host is set");
        }
    }

    public boolean isOn() {
        return !host.isBlank();
    }
}
