package org.tournee.sync;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a record is. The code is what travels and is stored; it never changes. */
public enum RecordKind {
    DOSSIER("dossier", Writing.MERGED),
    PERSON("person", Writing.MERGED),
    REFERENT_TERM("referent_term", Writing.SERVER),
    STAY("stay", Writing.SERVER),
    EXEMPTION("exemption", Writing.JOURNAL),
    SEGMENT_CHANGE("segment_change", Writing.SERVER),
    CLOSURE("closure", Writing.SERVER),
    CONTACT("contact", Writing.JOURNAL),
    BILAN_ITEM("bilan_item", Writing.MERGED),
    GOAL("goal", Writing.MERGED),
    ACTION_ITEM("action_item", Writing.MERGED),
    BILAN_CONCLUSION("bilan_conclusion", Writing.MERGED),
    RIGHTS_CHECKUP("rights_checkup", Writing.MERGED),
    RIGHT_CHECK("right_check", Writing.MERGED),
    REQUEST("request", Writing.MERGED),
    MANDATE("mandate", Writing.MERGED),
    APPOINTMENT("appointment", Writing.MERGED),
    SERVICE_AGREEMENT("service_agreement", Writing.MERGED),
    REFERRAL("referral", Writing.MERGED),
    QUESTION("question", Writing.MERGED),
    VISIT("visit", Writing.MERGED),
    SAFETY_NOTE("safety_note", Writing.MERGED),
    OPPOSITION("opposition", Writing.MERGED),
    PROFESSIONAL_BILAN("professional_bilan", Writing.MERGED),
    DOCUMENT("document", Writing.MERGED),
    DIRECTORY_NOTE("directory_note", Writing.JOURNAL),
    DESK_DAY("desk_day", Writing.MERGED),
    WALK_IN("walk_in", Writing.MERGED),
    LIAISON("liaison", Writing.MERGED),
    COLLECTIVE_ACTION("collective_action", Writing.MERGED),
    COLLECTIVE_SESSION("collective_session", Writing.MERGED),
    RECEPTION_REGISTER("reception_register", Writing.SERVER),
    CONFLICT("conflict", Writing.SERVER),
    RETURNED_CHANGE("returned_change", Writing.SERVER),
    WORKER("worker", Writing.SERVER),
    PROFILE("profile", Writing.SERVER),
    CATALOGUE("catalogue", Writing.SERVER),
    PARTNER("partner", Writing.SERVER),
    DESK("desk", Writing.SERVER),
    TEAM("team", Writing.SERVER);

    /** How a kind may be written by a phone. */
    public enum Writing {
        /** Inserted once and never changed; a correction is a new entry that amends. */
        JOURNAL,
        /** Merged three ways by field group. */
        MERGED,
        /** Written by the server alone, as the effect of a command or of the reconciliation. */
        SERVER
    }

    private static final Map<String, RecordKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(RecordKind::code, Function.identity()));

    private final String code;
    private final Writing writing;

    RecordKind(String code, Writing writing) {
        this.code = code;
        this.writing = writing;
    }

    public String code() {
        return code;
    }

    public Writing writing() {
        return writing;
    }

    /** Whether it lies in a register of a site's desks, and never in a dossier. Rules: R-PER, R-SHARE. */
    public boolean isOfRegister() {
        return switch (this) {
            case DESK_DAY, WALK_IN, LIAISON, COLLECTIVE_ACTION, COLLECTIVE_SESSION, RECEPTION_REGISTER -> true;
            default -> false;
        };
    }

    /** The kind of that code, or empty for one of a newer version than ours. */
    public static Optional<RecordKind> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
