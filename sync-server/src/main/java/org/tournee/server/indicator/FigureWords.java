package org.tournee.server.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.contact.Channel;
import org.tournee.contact.Topic;
import org.tournee.mandate.Mandate;
import org.tournee.referral.Referral;
import org.tournee.rights.RightsCheckup;
import org.tournee.rights.RightsDomain;
import org.tournee.server.indicator.Behind.Share;
import org.tournee.server.indicator.Happened.Kind;
import org.tournee.server.web.Words;

/** Says figures in words: what is stored is a code. Rule: R-IND. */
final class FigureWords {

    private FigureWords() {}

    /** A figure in words. */
    static String said(Behind behind, Places places) {
        String code = behind.code().isEmpty() ? "" : ", " + label(behind.kind(), behind.code());
        String part = behind.share() == Share.ALL ? "" : ", " + Words.of(behind.share());
        String where = Optional.ofNullable(behind.place())
                .flatMap(places::nameOf)
                .map(name -> ", " + name)
                .orElse("");
        return Words.of(behind.kind()) + code + part + where;
    }

    /** What of its kind. */
    static String label(Kind kind, String code) {
        return switch (kind) {
            case CONTACT -> word(Channel.class, code);
            case MANDATE -> word(Mandate.Kind.class, code);
            case NEED -> word(Topic.class, code);
            case REFERRAL -> code.equals("OPEN") ? "pas encore confirmé" : word(Referral.State.class, code);
            case BILAN_ITEM -> item(code);
            case CHECKUP -> word(RightsCheckup.Origin.class, code);
            case RIGHT_CHECKED, RIGHT_OPENED, RIGHT_GIVEN_UP -> word(RightsDomain.class, code);
            case REQUEST, OPENED, CLOSED, HOME_VISIT, STAY_REVIEW, ANNUAL_REVISION -> code;
        };
    }

    private static String item(String code) {
        String[] parts = code.split("\\.", -1);
        return parts.length == 2
                ? word(Dimension.class, parts[0]) + " : "
                        + word(Effect.class, parts[1]).toLowerCase(Locale.FRENCH)
                : "autre";
    }

    private static <E extends Enum<E>> String word(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(code))
                .findFirst()
                .map(Words::of)
                .orElse("autre");
    }
}
