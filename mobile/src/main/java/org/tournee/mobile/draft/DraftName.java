package org.tournee.mobile.draft;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Destination;
import org.tournee.sync.RecordId;

/**
 * Which form of which dossier a draft is of; {@link #text()} is the name under which the store keeps it.
 *
 * @param about what tells it from other forms of its kind in that dossier, such as the record that it is about
 */
public record DraftName(Form form, DossierId dossier, List<String> about) {

    private static final String BETWEEN = "/";

    public DraftName {
        about = List.copyOf(about);
    }

    /** The forms that keep drafts. Their names are stored: they never change. */
    public enum Form {
        CONTACT,
        /** An item of the bilan that comes up in a visit. */
        VISIT_ITEM,
        /** An action that comes up in a visit. */
        VISIT_ACTION,
        HOUSEHOLD,
        /** A dossier that is about to be opened. */
        NEW_DOSSIER,
        /** A document that is taken in. */
        DOCUMENT,
        /** What is corrected of how a document is described. */
        DOCUMENT_DESCRIPTION,
        BILAN_ITEM,
        GOAL,
        ACTION,
        CONCLUSION,
        /** Why somebody does not want a right. */
        DECLINED_RIGHT,
        /** How the follow-up of a right ended. */
        RIGHT_OUTCOME,
        /** What somebody writes instead of the values of a conflict. */
        CONFLICT_TEXT,
        MOVED_CONTACT,
        APPOINTMENT,
        REFERRAL,
        /** What became of a referral. */
        REFERRAL_OUTCOME,
        QUESTION,
        ANSWER,
        SAFETY_NOTE,
        /** What somebody says of the directory. */
        DIRECTORY_NOTE,
        /** A step on the segment of the dossier. */
        SEGMENT_STEP,
        /** A service agreement, or why there is none. */
        AGREEMENT,
        /** The bilan socioprofessionnel of a person. */
        PROFESSIONAL,
        /** A request of the household. */
        DEMAND,
        MANDATE,
        MANDATE_REVIEW,
        /** What is corrected of a mandate. */
        MANDATE_MISSION,
        /** The end of a mandate. */
        MANDATE_END,
        /** A step of a request: what is done about it. */
        REQUEST_STEP,
        /** Whom the person would like as a referent. */
        REFERENT_WISH,
        /** An exemption that is asked for. */
        EXEMPTION,
        /** A reception sheet; the dossier is the register. */
        RECEPTION_SHEET,
        /** A liaison sheet; the dossier is the register. */
        LIAISON,
        /** A collective action; the dossier is the register. */
        COLLECTIVE_ACTION,
        /** A session of one; the dossier is the register. */
        COLLECTIVE_SESSION;

        /** Whether it is of a register of desks, and of no dossier. */
        public boolean isOfRegister() {
            return this == RECEPTION_SHEET
                    || this == LIAISON
                    || this == COLLECTIVE_ACTION
                    || this == COLLECTIVE_SESSION;
        }
    }

    /** The name of a form; what it is about as its text. */
    public static DraftName of(Form form, DossierId dossier, Object... about) {
        return new DraftName(
                form, dossier, Arrays.stream(about).map(Object::toString).toList());
    }

    /**
     * The form of a document: of the paper that was asked for, and the right that asked for it.
     *
     * @param kind null for any
     * @param right null for none in particular
     */
    public static DraftName ofDocument(DossierId dossier, @Nullable String kind, @Nullable String right) {
        return of(Form.DOCUMENT, dossier, word(kind), word(right));
    }

    /** A paper is called by words, which may hold what separates names. */
    private static String word(@Nullable String text) {
        return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private @Nullable String word(int at) {
        return about.size() <= at || about.get(at).isEmpty()
                ? null
                : URLDecoder.decode(about.get(at), StandardCharsets.UTF_8);
    }

    /** As the store has it: {@code contact/<dossier>}. */
    public String text() {
        return Stream.concat(Stream.of(form.name().toLowerCase(Locale.ROOT), dossier.toString()), about.stream())
                .collect(Collectors.joining(BETWEEN));
    }

    /** Reads a name; empty for one that this version does not know. */
    public static Optional<DraftName> parse(String text) {
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DraftName(
                    Form.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                    DossierId.parse(parts[1]),
                    List.of(parts).subList(2, parts.length)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // of another version of the app: kept, not offered
        }
    }

    /** The record that it is about, where there is one. */
    public Optional<RecordId> record() {
        return switch (form) {
            case HOUSEHOLD,
                    NEW_DOSSIER,
                    DOCUMENT,
                    BILAN_ITEM,
                    GOAL,
                    ACTION,
                    CONCLUSION,
                    SAFETY_NOTE,
                    SEGMENT_STEP,
                    DEMAND,
                    MANDATE,
                    EXEMPTION,
                    REFERENT_WISH,
                    COLLECTIVE_ACTION -> Optional.empty();
            case CONTACT,
                    DOCUMENT_DESCRIPTION,
                    VISIT_ITEM,
                    VISIT_ACTION,
                    DECLINED_RIGHT,
                    RIGHT_OUTCOME,
                    CONFLICT_TEXT,
                    MOVED_CONTACT,
                    APPOINTMENT,
                    AGREEMENT,
                    REFERRAL,
                    REFERRAL_OUTCOME,
                    QUESTION,
                    ANSWER,
                    DIRECTORY_NOTE,
                    MANDATE_REVIEW,
                    MANDATE_MISSION,
                    MANDATE_END,
                    REQUEST_STEP,
                    RECEPTION_SHEET,
                    LIAISON,
                    COLLECTIVE_SESSION,
                    PROFESSIONAL -> about.stream().findFirst().map(RecordId::parse);
        };
    }

    /** Where one goes on with it. */
    public Destination destination() {
        return switch (form) {
            case CONTACT, VISIT_ITEM, VISIT_ACTION -> new Destination.ContactForm(dossier, record().orElse(null));
            case HOUSEHOLD -> new Destination.HouseholdForm(dossier);
            case NEW_DOSSIER -> new Destination.NewDossier();
            case DOCUMENT -> new Destination.DocumentForm(dossier, word(0), word(1));
            case DOCUMENT_DESCRIPTION -> new Destination.DocumentPage(dossier, record().orElseThrow());
            case BILAN_ITEM, GOAL, ACTION, CONCLUSION -> new Destination.Bilan(dossier);
            case DECLINED_RIGHT -> new Destination.RightsSweep(dossier, record().orElse(null));
            case RIGHT_OUTCOME -> new Destination.FollowUps(dossier);
            case CONFLICT_TEXT -> new Destination.ConflictPage(dossier, record().orElseThrow());
            case APPOINTMENT -> new Destination.Appointments(dossier);
            case AGREEMENT -> new Destination.Agreements(dossier);
            case REFERRAL, REFERRAL_OUTCOME -> new Destination.Referrals(dossier);
            case QUESTION -> new Destination.Questions(dossier, record().orElse(null));
            case ANSWER -> new Destination.Questions(dossier, null);
            case DIRECTORY_NOTE -> new Destination.DirectoryNoteForm(dossier, record().orElse(null));
            case RECEPTION_SHEET -> new Destination.ReceptionSheet(dossier, record().orElseThrow());
            case LIAISON -> new Destination.Liaison(dossier, record().orElseThrow());
            case COLLECTIVE_ACTION, COLLECTIVE_SESSION -> new Destination.CollectiveActions();
            case SAFETY_NOTE -> new Destination.BeforeGoing(dossier);
            case SEGMENT_STEP -> new Destination.Segment(dossier);
            case DEMAND,
                    REQUEST_STEP,
                    REFERENT_WISH,
                    MANDATE,
                    MANDATE_REVIEW,
                    MANDATE_MISSION,
                    MANDATE_END,
                    EXEMPTION -> new Destination.Requests(dossier);
            case PROFESSIONAL -> new Destination.Professional(dossier);
            case MOVED_CONTACT -> new Destination.MoveContact(dossier, record().orElseThrow());
        };
    }
}
