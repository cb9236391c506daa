package org.tournee.server.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** What an address of a mailbox looks like. */
public final class Mailbox {

    /** As RFC 5321 bounds it. */
    public static final int LONGEST = 254;

    private Mailbox() {}

    /** Whether that is the address of one mailbox, without a name beside it. */
    public static boolean isOne(String text) {
        if (text.length() > LONGEST || !text.contains("@")) {
            return false;
        }
        try {
            return new InternetAddress(text, true).getAddress().equals(text);
        } catch (AddressException e) {
            return false;
        }
    }
}
