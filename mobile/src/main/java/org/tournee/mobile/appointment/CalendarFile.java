package org.tournee.mobile.appointment;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.tournee.appointment.Appointment;
import org.tournee.mobile.app.Messages;

/**
 * Appointments as the phone's own calendar takes them (iCalendar, RFC 5545): when, and at what kind of place, and nothing of
 * the person, since a calendar is read over the shoulder, copied to other devices and kept for years. Rules: R-APP, R-GDPR.
 *
 * <p>Times are instants in UTC: whatever zone a device is in, its calendar shows them as it shows all others. An
 * appointment keeps its UID, and its sequence grows with its revision, so that a file taken in again moves it, or takes it
 * away where it was cancelled.
 */
final class CalendarFile {

    private static final String PRODUCT = "-//Tournee//Tournee//FR";
    private static final String UID_SUFFIX = "@tournee";

    private CalendarFile() {}

    /**
     * A file of those appointments, in UTF-8.
     *
     * @param at when it is made
     */
    static byte[] of(List<Planned> appointments, Messages messages, Instant at) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        appointments.forEach(planned -> calendar.addEvent(event(planned, messages, at)));
        return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(Planned planned, Messages messages, Instant at) {
        Appointment.Plan plan = planned.plan();
        Instant ends = plan.startsAt().plus(Duration.ofMinutes(plan.durationMinutes()));
        VEvent event = new VEvent();
        event.setUid(planned.appointment().id() + UID_SUFFIX);
        event.setDateTimeStamp(Date.from(at));
        event.setDateStart(Date.from(plan.startsAt()));
        event.setDateEnd(Date.from(ends));
        event.setSummary(messages.get("week.calendar.title"));
        event.setLocation(messages.of(plan.place()));
        event.setSequence((int) Math.min(planned.appointment().rev(), Integer.MAX_VALUE));
        event.setStatus(planned.state() == Appointment.State.CANCELLED ? Status.cancelled() : Status.confirmed());
        return event;
    }
}
