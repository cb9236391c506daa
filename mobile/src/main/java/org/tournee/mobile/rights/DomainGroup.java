package org.tournee.mobile.rights;

import java.util.List;
import org.tournee.rights.RightsDomain;

/** The rights of one domain, and how many of them were looked at. */
public record DomainGroup(RightsDomain domain, List<RightLine> lines) {

    public DomainGroup {
        lines = List.copyOf(lines);
    }

    public int looked() {
        return (int) lines.stream().filter(RightLine::looked).count();
    }

    public int size() {
        return lines.size();
    }

    /** From 0 to 1. */
    public double progress() {
        return lines.isEmpty() ? 1 : (double) looked() / size();
    }
}
