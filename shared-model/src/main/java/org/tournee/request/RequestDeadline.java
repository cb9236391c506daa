package org.tournee.request;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.tournee.profile.Figure;
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
     * of the request where nobody acknowledged it: an omission of the service costs the person no day. A deadline keeps the
     * length that it had on the day from which it runs. Rule: R-SEG-0
     *
     * @return empty once it is notified, and where the profile knew no such law on that day
     */
    public static Optional<RequestDeadline> of(Request request, OrganisationProfile profile) {
        Request.Handling handling = request.handling();
        if (handling.notifiedOn() != null) {
            return Optional.empty();
        }
        LocalDate decided = handling.decidedOn();
        if (decided != null) {
            return of(Duty.NOTIFY, decided, RequestFigures::notification, profile);
        }
        LocalDate acknowledged = handling.acknowledgedOn();
        LocalDate start = acknowledged == null ? request.demand().receivedOn() : acknowledged;
        return of(Duty.DECIDE, start, RequestFigures::decision, profile);
    }

    private static Optional<RequestDeadline> of(
            Duty duty, LocalDate start, Function<RequestFigures, Figure> figure, OrganisationProfile profile) {
        return Optional.ofNullable(profile.on(start).requests())
                .map(figure)
                .map(within -> new RequestDeadline(duty, within.after(start)));
    }
}
