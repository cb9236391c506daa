package org.tournee.organisation;

/** Where the organisation works (MDS, antenne). */
public record Site(SiteId id, String name, String communeCode) {}
