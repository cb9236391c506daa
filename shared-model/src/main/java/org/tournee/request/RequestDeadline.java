package org.tournee.request;

import java.time.LocalDate;
import java.util.Optional;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.RequestFigures;

/**
 * What the law asks for next on a request, and until when. Rule: R-REQ. Source: 003 th. 1.
 *
 * @param dueOn the last day on which it is in time, a day of the organisation
 */
public record RequestDeadline(Duty duty, LocalDate dueOn) {

    /** What is still to be done. */
    public enum Duty {
        DECIDE,
        NOTIFY
    }

    /**
     * The next deadline: to decide, then to notify what was decided. It runs from the acknowledgement, and from the day
     * of the request where nobody acknowledged it: an omission of the service costs the person no day.
     *
     * @return empty once it is notified, and where the profile knows no such law
     */
    public static Optional<RequestDeadline> of(Request request, OrganisationProfile profile) {
        RequestFigures figures = profile.requests();
        Request.Handling handling = request.handling();
        if (figures == null || handling.notifiedOn() != null) {
            return Optional.empty();
        }
        LocalDate decided = handling.decidedOn();
        if (decided != null) {
            return Optional.of(new RequestDeadline(
                    Duty.NOTIFY, decided.plusDays(figures.notification().value())));
        }
        LocalDate acknowledged = handling.acknowledgedOn();
        LocalDate start = acknowledged == null ? request.demand().receivedOn() : acknowledged;
        return Optional.of(new RequestDeadline(
                Duty.DECIDE, start.plusDays(figures.decision().value())));
    }
}
