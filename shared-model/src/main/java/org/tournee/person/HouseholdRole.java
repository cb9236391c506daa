package org.tournee.person;

/** What somebody is in the household. */
public enum HouseholdRole {
    ADULT,
    CHILD
}
