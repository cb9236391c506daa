package org.tournee.server.store;

import java.time.Instant;
import java.time.LocalDate;
import org.tournee.organisation.OrganisationId;

/** What is done once with each new day of an organisation, before the {@link TermSweep} marks it. */
public interface DayDuty {

    /**
     * Does it; done again, it changes nothing. Where it fails, the day is not over and it is done again.
     *
     * @param today the day of the organisation
     */
    void carry(OrganisationId organisation, LocalDate today, Instant now);
}
