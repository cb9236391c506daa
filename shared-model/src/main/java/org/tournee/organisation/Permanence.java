package org.tournee.organisation;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** A recurring place and time where the public is received away from the site (permanence sociale). */
public record Permanence(
        PermanenceId id, SiteId site, String communeCode, DayOfWeek day, LocalTime opens, int everyWeeks) {}
