package org.tournee.organisation;

import java.time.ZoneId;

/** The employer. All days of norms and reminders are days in its zone. Rule: R-SEG-4. */
public record Organisation(OrganisationId id, String name, ZoneId zone, String profile) {}
