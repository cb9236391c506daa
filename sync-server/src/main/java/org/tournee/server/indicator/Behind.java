package org.tournee.server.indicator;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.server.page.FormFields;

/**
 * Which figure: by it a head is led to the dossiers behind it. Rule: R-IND.
 *
 * @param code what of its kind; empty for all of it
 * @param place a site or a territory; null for all
 */
record Behind(
        Happened.Kind kind,
        String code,
        Share share,
        @Nullable UUID place) {

    static final String KIND = "quoi";
    static final String CODE = "code";
    static final String SHARE = "part";
    static final String PLACE = "lieu";

    /** Which part of what happened. */
    enum Share {
        ALL,
        /** First requests of a household. */
        FIRST,
        DECIDED,
        /** Decided, opened, held within what the profile or the source sets. */
        IN_TIME
    }

    static Behind all(Happened.Kind kind) {
        return new Behind(kind, "", Share.ALL, null);
    }

    static Behind of(Happened.Kind kind, String code) {
        return new Behind(kind, code, Share.ALL, null);
    }

    static Behind of(Happened.Kind kind, @Nullable UUID place) {
        return new Behind(kind, "", Share.ALL, place);
    }

    /** What an address names; empty where that is no figure of ours. */
    static Optional<Behind> of(FormFields asked) {
        Optional<Happened.Kind> kind = asked.code(KIND, Happened.Kind.class);
        String share = asked.text(SHARE);
        Optional<Share> part = share.isEmpty() ? Optional.of(Share.ALL) : asked.code(SHARE, Share.class);
        return kind.flatMap(known -> part.map(which ->
                new Behind(known, asked.text(CODE), which, asked.id(PLACE).orElse(null))));
    }

    /** As an address names it: codes alone. */
    String inAddress() {
        return KIND + "=" + kind
                + (code.isEmpty() ? "" : "&" + CODE + "=" + code)
                + (share == Share.ALL ? "" : "&" + SHARE + "=" + share)
                + (place == null ? "" : "&" + PLACE + "=" + place);
    }

    /** @param within what the profile sets for a decision */
    boolean includes(Happened one, Places places, DecisionTime within) {
        return one.kind() == kind
                && (code.isEmpty() || one.code().equals(code))
                && (place == null || places.isIn(one.dossier(), place))
                && switch (share) {
                    case ALL -> true;
                    case FIRST -> one.first();
                    case DECIDED -> one.days().isPresent();
                    case IN_TIME -> one.kind() == Happened.Kind.REQUEST ? within.isKept(one) : one.inTime();
                };
    }
}
