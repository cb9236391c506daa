package org.tournee.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tournee.contact.Channel;
import org.tournee.contact.Happening;
import org.tournee.dossier.ContactFixture;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierFixture;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.sync.RecordId;

/** One row of {@code pace-cases.md}, made into a dossier and a profile. */
final class PaceCase {

    final String name;
    final LocalDate today;
    final OrganisationProfile profile;
    final DossierContents contents;
    private final int year;
    private final List<RecordId> journal = new ArrayList<>();

    PaceCase(Map<String, String> row) {
        name = row.get("n") + " " + row.get("what");
        today = LocalDate.parse(row.get("today"));
        List<Stay.Span> spans = words(row.get("stay"), ", ").map(PaceCase::span).toList();
        LocalDate entered = spans.get(0).enteredOn();
        year = entered.getYear();
        DossierFixture dossier = DossierFixture.openedOn(entered);
        spans.forEach(span -> dossier.stays(new Stay(span)));
        ProfileFixture profiles = new ProfileFixture();
        words(row.get("besides"), "; ").forEach(besides -> besides(besides, dossier, profiles));
        profile = profiles.profile();
        words(row.get("contacts"), " ").forEach(contacts -> contacts(contacts, dossier, profile.zone()));
        contents = dossier.contents();
    }

    private static java.util.stream.Stream<String> words(String cell, String separator) {
        // "4x visit@…" is one word: the count stays with what it counts.
        return Arrays.stream(cell.replaceAll("(\\d+x) ", "$1_").split(separator, -1))
                .filter(word -> !word.isBlank());
    }

    private static Stay.Span span(String text) {
        String[] parts = text.split(" |\\.\\.", -1);
        return new Stay.Span(
                Segment.valueOf(parts[0]),
                LocalDate.parse(parts[1]),
                parts.length == 3 ? LocalDate.parse(parts[2]) : null);
    }

    private void besides(String text, DossierFixture dossier, ProfileFixture profiles) {
        String[] parts = text.split(" |\\.\\.", -1);
        switch (parts[0]) {
            case "exempt" -> dossier.exempt(day(parts[1]), day(parts[2]));
            case "replacement" ->
                dossier.answers(DossierFixture.REPLACEMENT, ReferentRole.REPLACEMENT, day(parts[1]), day(parts[2]));
            case "next-referent" -> dossier.changesReferent(day(parts[1]));
            case "no-segments" -> profiles.withoutSegments();
            case "zone" -> profiles.inZone(parts[1]);
            case "calendar" -> profiles.byCalendar();
            case "norm" -> profiles.norm(Segment.valueOf(parts[1]), LocalDate.parse(parts[2]), parts[3]);
            default -> throw new IllegalStateException(text);
        }
    }

    private void contacts(String text, DossierFixture dossier, ZoneId zone) {
        int times = text.contains("x_") ? Integer.parseInt(text.substring(0, text.indexOf('x'))) : 1;
        String[] whatAndDay = text.substring(text.indexOf('_') + 1).split("@", -1);
        for (int i = 0; i < times; i++) {
            Instant start = whatAndDay[1].contains("T")
                    ? OffsetDateTime.parse(fullDay(whatAndDay[1])).toInstant()
                    : day(whatAndDay[1]).plusDays(i).atTime(10, 0).atZone(zone).toInstant();
            contact(whatAndDay[0], start, dossier);
        }
    }

    private void contact(String what, Instant start, DossierFixture dossier) {
        String[] words = what.split("-", -1);
        ContactFixture contact = switch (words[0]) {
            case "visit" -> ContactFixture.visit(start);
            case "network" -> ContactFixture.visit(start).by(Channel.NETWORK_MEETING);
            case "phone" -> ContactFixture.call(start);
            case "video" -> ContactFixture.call(start).by(Channel.VIDEO);
            case "mail" -> ContactFixture.call(start).by(Channel.WRITTEN);
            default -> throw new IllegalStateException(what);
        };
        WorkerId author = DossierFixture.REFERENT;
        boolean pending = false;
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            switch (word) {
                case "nodur" -> contact.lasting(null);
                case "5min" -> contact.lasting(5);
                case "notopic" -> contact.withoutTopic();
                case "child" -> contact.with(List.of(DossierFixture.CHILD));
                case "nobody" -> contact.with(List.of());
                case "papers" -> contact.came(Happening.PAPERS_ONLY);
                case "noshow" -> contact.came(Happening.NO_SHOW);
                case "spontaneous" -> contact.spontaneous();
                case "fix1" -> contact.correcting(journal.get(0));
                case "colleague" -> author = DossierFixture.COLLEAGUE;
                case "repl" -> author = DossierFixture.REPLACEMENT;
                case "next" -> author = DossierFixture.NEXT_REFERENT;
                case "pending" -> pending = true;
                default -> throw new IllegalStateException(what);
            }
        }
        journal.add(dossier.contact(contact.contact(), author, pending));
    }

    private LocalDate day(String text) {
        return LocalDate.parse(fullDay(text));
    }

    private String fullDay(String text) {
        return text.matches("\\d{4}-.*") ? text : year + "-" + text;
    }

    @Override
    public String toString() {
        return name;
    }
}
