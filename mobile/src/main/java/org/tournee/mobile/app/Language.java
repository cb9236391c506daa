package org.tournee.mobile.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The languages that the app speaks, French first. Dates and numbers are those of the country whose public services
 * gave the words. Rule: §8 of the domain.
 */
public enum Language {
    FRENCH("fr"),
    GERMAN("de-CH"),
    DUTCH("nl-BE"),
    ENGLISH("en-GB");

    private final Locale locale;

    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
    }

    /** Of its texts, dates and numbers. */
    public Locale locale() {
        return locale;
    }

    /** Two letters, as settings keep it. */
    public String code() {
        return locale.getLanguage();
    }

    /** The language of two letters; empty where the app does not speak it. */
    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
