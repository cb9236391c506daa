package org.tournee.contact;

/** What was talked about, and what was asked for (002 §3.3). */
public enum Topic {
    FINANCE,
    ACCESS_TO_RIGHTS,
    HOUSING,
    FAMILY,
    CHILD_PROTECTION,
    HEALTH,
    ADDICTION,
    EMPLOYMENT_INTEGRATION,
    DAILY_LIFE,
    OTHER
}
