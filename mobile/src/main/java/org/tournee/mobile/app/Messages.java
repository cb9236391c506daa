package org.tournee.mobile.app;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts that people read, in their language; French is the first one. */
public final class Messages {

    private static final String BUNDLE = "org.tournee.mobile.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    public Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The text of a key, its places {@code {0}}… filled.
     *
     * @throws java.util.MissingResourceException when the bundles have no such key
     */
    public String get(String key, Object... places) {
        String pattern = bundle.getString(key);
        return places.length == 0 ? pattern : new MessageFormat(pattern, locale).format(places);
    }

    /** The text of an enum constant: {@code segment.A}, {@code channel.IN_PERSON}. */
    public String of(Enum<?> constant) {
        String type = constant.getDeclaringClass().getSimpleName();
        return get(Character.toLowerCase(type.charAt(0)) + type.substring(1) + "." + constant.name());
    }
}
