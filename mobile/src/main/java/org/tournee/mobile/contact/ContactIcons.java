package org.tournee.mobile.contact;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.contact.Channel;

/** The icon of each way of being in touch; a word always stands beside it. */
public final class ContactIcons {

    private ContactIcons() {}

    public static Ikon of(Channel channel) {
        return switch (channel) {
            case IN_PERSON -> Material2MZ.PEOPLE;
            case NETWORK_MEETING -> Material2AL.GROUP_WORK;
            case PHONE -> Material2AL.CALL;
            case VIDEO -> Material2MZ.VIDEOCAM;
            case WRITTEN -> Material2AL.EMAIL;
        };
    }
}
