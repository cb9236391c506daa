package org.tournee.mobile.app;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The texts that people read, in their language; French is the first one, and stands in where another is incomplete.
 *
 * <p>One bundle a part of the app, so that each part keeps its own; a key exists in exactly one of them.
 */
public final class Messages {

    /** The bundles, under {@code org/tournee/mobile/}; each a {@code .properties} in UTF-8, the root one in French. */
    static final List<String> BUNDLES = List.of(
            "messages",
            "messages-words",
            "messages-dossier",
            "messages-contact",
            "messages-bilan",
            "messages-rights",
            "messages-conflict",
            "messages-segment",
            "messages-team",
            "messages-document",
            "messages-round",
            "messages-directory",
            "messages-search");

    private final Locale locale;
    private final List<ResourceBundle> bundles;

    public Messages(Language language) {
        this(language.locale());
    }

    /** The texts of a locale; French where the app does not speak its language. */
    public Messages(Locale locale) {
        this.locale = locale;
        ResourceBundle.Control rootIsFrench =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        this.bundles = BUNDLES.stream()
                .map(name -> ResourceBundle.getBundle("org.tournee.mobile." + name, locale, rootIsFrench))
                .toList();
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The text of a key, its places {@code {0}}… filled. A pattern with places doubles its apostrophes; one without does
     * not.
     *
     * @throws MissingResourceException when the bundles have no such key
     */
    public String get(String key, Object... places) {
        String pattern = pattern(key);
        return places.length == 0 ? pattern : new MessageFormat(pattern, locale).format(places);
    }

    /** The text of an enum constant: {@code segment.A}, {@code channel.IN_PERSON}. */
    public String of(Enum<?> constant) {
        String type = constant.getDeclaringClass().getSimpleName();
        return get(Character.toLowerCase(type.charAt(0)) + type.substring(1) + "." + constant.name());
    }

    private String pattern(String key) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        throw new MissingResourceException("No text for " + key, Messages.class.getName(), key);
    }
}
