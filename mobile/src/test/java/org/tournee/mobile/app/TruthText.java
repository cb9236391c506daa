package org.tournee.mobile.app;

/** The line of truth as words, for tests without a screen. */
public final class TruthText {

    private TruthText() {}

    public static String of(Phone phone) {
        return Truth.of(TruthFacts.of(phone), phone.messages(), DateTexts.of(phone))
                .text();
    }
}
