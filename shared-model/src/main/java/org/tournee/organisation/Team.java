package org.tournee.organisation;

/** People under one head (001 says secteur). */
public record Team(TeamId id, SiteId site, String name, WorkerId head) {}
