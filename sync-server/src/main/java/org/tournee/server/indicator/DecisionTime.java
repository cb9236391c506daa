package org.tournee.server.indicator;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tournee.profile.OrganisationProfile;

/** How long the law or the service gives for a decision: each request by the figure of the day it came. Rules: R-REQ, R-SEG-0. */
record DecisionTime(OrganisationProfile profile) {

    /** In days; empty where nothing was set on that day. */
    Optional<Integer> on(LocalDate day) {
        return Optional.ofNullable(profile.on(day).requests())
                .map(figures -> figures.decision().value());
    }

    /** Whether it was decided within it. */
    boolean isKept(Happened request) {
        Optional<Integer> within = on(request.day());
        return request.days()
                .filter(days -> within.filter(most -> days <= most).isPresent())
                .isPresent();
    }

    /** What held in a period, in words: "30", or "30, puis 20" where it changed; empty where nothing was set. */
    Optional<String> said(Period period) {
        SortedSet<LocalDate> days = new TreeSet<>(profile.changeDays());
        days.removeIf(day -> day.isBefore(period.first()) || day.isAfter(period.last()));
        days.add(period.first());
        String said = days.stream()
                .flatMap(day -> on(day).stream())
                .distinct()
                .map(within -> Integer.toString(within))
                .collect(Collectors.joining(", puis "));
        return Optional.of(said).filter(words -> !words.isEmpty());
    }
}
