package org.tournee.organisation;

import java.util.List;

/** A commune by its INSEE code. */
public record Commune(String code, String name, List<String> postcodes, int population, String intercommunality) {}
