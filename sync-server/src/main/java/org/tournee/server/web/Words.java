package org.tournee.server.web;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.Role;
import org.tournee.profile.Wording;
import org.tournee.sync.Command;
import org.tournee.sync.RecordKind;

/** What people read for codes, days and times. */
public final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.tournee.server.web.words", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.FRENCH);
    private static final DateTimeFormatter PRECISE =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'à' HH:mm:ss", Locale.FRENCH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy 'à' HH:mm", Locale.FRENCH);

    private Words() {}

    /** The word of a code of the shared model; nested types with common names take their outer one's name. */
    public static String of(Enum<?> code) {
        Class<?> type = code.getDeclaringClass();
        String own = type.getSimpleName() + "." + code.name();
        Class<?> outer = type.getDeclaringClass();
        return outer == null || BUNDLE.containsKey(own) ? text(own) : text(outer.getSimpleName() + "." + code.name());
    }

    /** The organisation's own word for a code, else ours. Rule: R-SEG-0. */
    public static String of(Enum<?> code, Wording wording) {
        return wording.of(code).orElseGet(() -> of(code));
    }

    /** The word of a code of the shared model in which {@code %admin%} stands for the title of the organisation's own. */
    public static String saying(Enum<?> code, Wording wording) {
        String admin = wording.adminAssistant() == null
                ? of(Role.ADMIN_ASSISTANT).toLowerCase(Locale.FRENCH)
                : wording.adminAssistant();
        return of(code).replace("%admin%", admin);
    }

    /** What a service agreement is called, within a sentence. */
    public static String agreement(Wording wording) {
        return wording.serviceAgreement() == null ? "convention" : wording.serviceAgreement();
    }

    /** What is said of an appointment, a referral, a question: its state, and what belongs to it. */
    static String together(String state, Object... places) {
        return new MessageFormat(text("Together." + state), Locale.FRENCH).format(places);
    }

    /** A heading or a line of the dossier in brief, its places filled. */
    static String brief(String key, Object... places) {
        return new MessageFormat(text("Brief." + key), Locale.FRENCH).format(places);
    }

    /** The words for something that was done, as the audit writes it. */
    public static String act(String act) {
        return text("Act." + act);
    }

    /** Why something is not shown, from the code of the refusal. */
    public static String refusal(String code) {
        return text("Refusal." + code);
    }

    /** The word for one thing of a kind that waits. */
    static String waiting(InboxItem.Kind kind) {
        return text("Waiting." + kind.name());
    }

    /** What became of an operation, as the log writes it. */
    public static String verdict(String verdict) {
        return text("Verdict." + verdict);
    }

    /** What became of something written in the browser that does not simply stand. */
    static String trouble(Enum<?> verdict) {
        return text("Trouble." + verdict.name());
    }

    /** A rule of the service, in plain words. */
    public static String rule(String id) {
        return text("Rule." + id);
    }

    /** Why an operation came back, as the log writes it. */
    public static String reason(String reason) {
        return text("ReturnReason." + reason);
    }

    /** What an operation did to its record, as it says. */
    public static String action(String action) {
        return text("Action." + action);
    }

    /** What can be done about that: a reason for which a change came back, a trouble of a device. */
    public static String advice(Enum<?> code) {
        return text("Advice." + code.name());
    }

    /** The question over what is to be written with a command. */
    public static String textLabel(Enum<?> command) {
        return text("TextLabel." + command.name());
    }

    /** The same as {@link #of}, in a few words. */
    public static String shortly(Enum<?> code) {
        return text("Shortly." + code.name());
    }

    /** A point of a transfer check, as its field is named. */
    public static String checkPoint(String point) {
        return text("CheckPoint." + point);
    }

    /** A question of the review of a stay, as its field is named. */
    public static String reviewQuestion(String question) {
        return text("ReviewQuestion." + question);
    }

    /** Where somebody signed in, as the audit writes it. */
    public static String door(String door) {
        return text("Door." + door);
    }

    /** The word for a kind of record, the organisation's own where it has one. Rule: R-SEG-0. */
    public static String kind(String kind, Wording wording) {
        return kind.equals(RecordKind.SERVICE_AGREEMENT.code())
                ? of(RecordKind.SERVICE_AGREEMENT, wording)
                : kind(kind);
    }

    /** The word for a kind of record. */
    public static String kind(String kind) {
        return text("kind." + kind);
    }

    /** A field of a partner as its form names it. */
    public static String partnerField(String group, String field) {
        return text("PartnerField." + group + "." + field);
    }

    /** The words for a field of a right in the catalogue. */
    public static String catalogueField(String field) {
        return text("CatalogueField." + field);
    }

    /** The words for a field group. */
    public static String group(String kind, String group) {
        boolean ofAnyKind = group.equals("*") || group.equals(Command.GROUP);
        return text(ofAnyKind ? "group." + group : "group." + kind + "." + group);
    }

    /** The words for a member of a group. */
    public static String field(String member) {
        return text("field." + member);
    }

    /** The words for a value that is a code, or the value itself. */
    public static String value(String value) {
        String key = "value." + value;
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : value;
    }

    /** A day, written out. */
    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : first(DAY.format(day), day);
    }

    /** A day of the running year: without it. */
    public static String dayNear(LocalDate day, LocalDate today) {
        return day.getYear() == today.getYear() ? first(SHORT_DAY.format(day), day) : day(day);
    }

    /** A time, written out in that zone. */
    public static String time(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : first(TIME.withZone(zone).format(at), LocalDate.ofInstant(at, zone));
    }

    /** A time with its seconds, for operators. */
    public static String precise(Instant at, ZoneId zone) {
        return first(PRECISE.withZone(zone).format(at), LocalDate.ofInstant(at, zone));
    }

    /** The French say "1er". */
    private static String first(String text, LocalDate day) {
        return day.getDayOfMonth() == 1 ? text.replaceFirst("^1 ", "1er ") : text;
    }

    private static String text(String key) {
        return BUNDLE.containsKey(key) ? BUNDLE.getString(key) : key.substring(key.lastIndexOf('.') + 1);
    }
}
