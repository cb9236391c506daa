package org.tournee.server.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.person.PersonId;
import org.tournee.segment.Stay;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** The contacts of a dossier: three years at most, in about the pace of the norms; finance 36 %, rights 18 %. */
final class Journal {

    private static final ZoneId ZONE = ZoneId.of(DemoOrganisation.ZONE);
    private static final WordLists PHRASES = WordLists.load("phrases.txt");
    private static final int[] TOPICS = {36, 18, 14, 11, 5, 6, 2, 6, 1, 1};
    private static final int RECENT_DAYS = 90;

    private final CareTeam team;
    private final LocalDate today;
    private final Dice dice;

    Journal(CareTeam team, LocalDate today, Dice dice) {
        this.team = team;
        this.today = today;
        this.dice = dice;
    }

    /** All contacts in the stays from that day on. */
    List<Made> during(List<Stay> stays, LocalDate from, List<PersonId> adults) {
        int diligence = dice.between(80, 125);
        List<Made> contacts = new ArrayList<>();
        for (Stay stay : stays) {
            LocalDate entered = stay.span().enteredOn();
            LocalDate left = stay.span().leftOn();
            LocalDate day = (entered.isBefore(from) ? from : entered).plusDays(dice.between(0, 12));
            LocalDate end = left == null ? today : left;
            int pause = Stays.daysBetweenContacts(stay.span().segment()) * 100 / diligence;
            while (day.isBefore(end)) {
                contacts.add(contact(workday(day), adults));
                day = day.plusDays(Math.max(1, dice.between(pause / 2, pause * 3 / 2)));
            }
        }
        return contacts;
    }

    private Made contact(LocalDate day, List<PersonId> adults) {
        Instant startedAt = day.atTime(dice.between(8, 16), dice.between(0, 11) * 5)
                .atZone(ZONE)
                .toInstant();
        Channel channel = dice.weighted(List.of(Channel.values()), 68, 5, 20, 2, 5);
        Happening happening = dice.weighted(List.of(Happening.values()), 91, 7, 2);
        Contact.Meeting meeting = new Contact.Meeting(
                startedAt,
                channel,
                place(channel),
                dice.chance(78) ? Planning.PLANNED : Planning.SPONTANEOUS,
                happening,
                minutes(channel, happening, day));
        boolean byAdmin = channel == Channel.PHONE && dice.chance(15);
        List<PersonId> present =
                happening == Happening.NO_SHOW || channel == Channel.NETWORK_MEETING ? List.of() : present(adults);
        Contact contact = new Contact(meeting, new Contact.Attendance(present), content(happening), null);
        Instant writtenAt = startedAt.plusSeconds(60L * dice.between(30, 180));
        Audience audience = !byAdmin && dice.chance(4) ? Audience.RESTRICTED : Audience.SERVICE;
        return new Made(
                byAdmin ? team.adminReferent() : team.referent(),
                writtenAt,
                RecordKind.CONTACT,
                dice.recordId(writtenAt),
                audience,
                contact);
    }

    private List<PersonId> present(List<PersonId> adults) {
        return adults.size() > 1 && dice.chance(60) ? List.of(dice.oneOf(adults)) : adults;
    }

    private Place place(Channel channel) {
        return channel == Channel.IN_PERSON
                ? dice.weighted(List.of(Place.values()), 46, 22, 27, 3, 2)
                : dice.chance(90) ? Place.OFFICE : Place.ELSEWHERE;
    }

    private @Nullable Integer minutes(Channel channel, Happening happening, LocalDate day) {
        boolean recent = day.isAfter(today.minusDays(RECENT_DAYS));
        if (happening != Happening.HELD || channel == Channel.WRITTEN || (recent && dice.chance(3))) {
            return null;
        }
        return channel == Channel.PHONE ? 5 * dice.between(1, 6) : 5 * dice.between(4, 15);
    }

    private Contact.Content content(Happening happening) {
        if (happening == Happening.NO_SHOW) {
            return new Contact.Content(List.of(), false, "", Result.NONE);
        }
        Topic first = dice.weighted(List.of(Topic.values()), TOPICS);
        Topic second = dice.weighted(List.of(Topic.values()), TOPICS);
        List<Topic> topics = first == second || dice.chance(60) ? List.of(first) : List.of(first, second);
        StringBuilder narrative = new StringBuilder();
        topics.forEach(topic ->
                narrative.append(dice.oneOf(PHRASES.of("said." + topic.name()))).append(' '));
        narrative.append(dice.oneOf(PHRASES.of("next")));
        boolean socialWork = happening == Happening.HELD && dice.chance(93);
        return new Contact.Content(
                topics,
                socialWork,
                narrative.toString(),
                dice.weighted(List.of(Result.values()), 5, 25, 15, 25, 8, 22));
    }

    private static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY
                ? day.minusDays(2)
                : day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.minusDays(1) : day;
    }
}
