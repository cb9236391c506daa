package org.tournee.mobile.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Dates as people of the chosen language say them. The machine's zone plays no part: only the organisation's. */
public final class DateTexts {

    private final Messages messages;
    private final ZoneId zone;
    private final LocalDate today;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfWeek;
    private final DateTimeFormatter dated;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter shortDated;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter time;

    /** @param today the day from which "hier" and "demain" are told, and whose year goes without saying */
    public DateTexts(Messages messages, ZoneId zone, LocalDate today) {
        Locale locale = messages.locale();
        this.messages = messages;
        this.zone = zone;
        this.today = today;
        this.day = DateTimeFormatter.ofPattern(messages.get("date.pattern.day"), locale);
        this.dayOfWeek = DateTimeFormatter.ofPattern(messages.get("date.pattern.dayOfWeek"), locale);
        this.shortDay = DateTimeFormatter.ofPattern(messages.get("date.pattern.shortDay"), locale);
        this.weekday = DateTimeFormatter.ofPattern(messages.get("date.pattern.weekday"), locale);
        this.shortDated = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.dated = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    }

    /** For the screens of a phone, from its day. */
    public static DateTexts of(Phone phone) {
        return new DateTexts(phone.messages(), phone.store().profile().zone(), phone.today());
    }

    /** "10 avril"; "10 avril 2028" in another year than this one. */
    public String day(LocalDate date) {
        String text = (date.getYear() == today.getYear() ? day : dated).format(date);
        return messages.locale().getLanguage().equals("fr") && date.getDayOfMonth() == 1
                ? text.replaceFirst("^1 ", "1er ")
                : text;
    }

    /** "10 avr.", "24 nov. 2025": for a line that has little room. */
    public String shortDay(LocalDate date) {
        return (date.getYear() == today.getYear() ? shortDay : shortDated).format(date);
    }

    /** "aujourd'hui", "demain", else "mar. 10": for a choice among the next days. */
    public String weekday(LocalDate date) {
        return date.equals(today) || date.equals(today.plusDays(1)) ? relativeDay(date) : weekday.format(date);
    }

    /** "mardi 10 avril". */
    public String dayOfWeek(LocalDate date) {
        return dayOfWeek.format(date);
    }

    /** "Mardi 10 avril": at the head of a part. */
    public String dayTitle(LocalDate date) {
        String words = dayOfWeek(date);
        return words.substring(0, 1).toUpperCase(messages.locale()) + words.substring(1);
    }

    /** "aujourd'hui", "hier", "demain", else "le 10 avril". */
    public String relativeDay(LocalDate date) {
        if (date.equals(today)) {
            return messages.get("date.today");
        }
        if (date.equals(today.minusDays(1))) {
            return messages.get("date.yesterday");
        }
        if (date.equals(today.plusDays(1))) {
            return messages.get("date.tomorrow");
        }
        return messages.get("date.on", day(date));
    }

    /** "14:05". */
    public String time(Instant instant) {
        return time.format(LocalTime.ofInstant(instant, zone));
    }

    /** "14:05" today, "hier 16:40", "le 3 mars 09:12" before. */
    public String moment(Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, zone);
        return date.equals(today) ? time(instant) : messages.get("date.dayAndTime", relativeDay(date), time(instant));
    }
}
