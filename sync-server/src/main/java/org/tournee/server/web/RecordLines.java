package org.tournee.server.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.Goal;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.rights.Right;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCatalogue;
import org.tournee.rights.RightsCheckup;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;

/** The records of a dossier as lines of its page. */
final class RecordLines {

    private final DossierContents contents;
    private final WorkerNames.Names names;
    private final ZoneId zone;
    private final Map<String, String> rightNames = new HashMap<>();

    RecordLines(DossierContents contents, WorkerNames.Names names, ZoneId zone, @Nullable RightsCatalogue catalogue) {
        this.contents = contents;
        this.names = names;
        this.zone = zone;
        if (catalogue != null) {
            for (Right right : catalogue.rights()) {
                rightNames.put(right.id(), right.name());
            }
        }
    }

    /** The names of the rights of the catalogue, by their id. */
    Map<String, String> rightNames() {
        return Map.copyOf(rightNames);
    }

    /** The newest first. */
    List<DossierPage.ContactLine> journal() {
        return contents.standingContacts().stream()
                .sorted(Comparator.comparing(
                        (Entry<Contact> entry) -> entry.value().meeting().startedAt(), Comparator.reverseOrder()))
                .map(this::contact)
                .toList();
    }

    private DossierPage.ContactLine contact(Entry<Contact> entry) {
        Contact.Meeting meeting = entry.value().meeting();
        StringBuilder how = new StringBuilder(Words.of(meeting.channel()));
        switch (meeting.channel()) {
            case IN_PERSON, NETWORK_MEETING -> how.append(' ').append(Words.of(meeting.place()));
            case PHONE, VIDEO, WRITTEN -> {
                // the place of those who call says nothing
            }
        }
        if (meeting.durationMinutes() != null) {
            how.append(", ").append(meeting.durationMinutes()).append(" min");
        }
        if (meeting.happening() != Happening.HELD) {
            how.append(", ").append(Words.of(meeting.happening()).toLowerCase(java.util.Locale.FRENCH));
        }
        if (entry.value().isStub()) {
            how.append(", déplacé dans un autre dossier");
        }
        return new DossierPage.ContactLine(
                Words.time(meeting.startedAt(), zone),
                how.toString(),
                names.of(entry.author()),
                entry.value().content().narrative(),
                entry.audience() == Audience.RESTRICTED,
                entry.value().isIncomplete());
    }

    /** All eight dimensions, also the empty ones: what was not looked at shows. */
    List<DossierPage.BilanRow> bilan(LocalDate today) {
        List<BilanItem> standing = contents.bilanItems().stream()
                .map(Entry::value)
                .filter(item -> item.validity().holdsOn(today))
                .toList();
        List<DossierPage.BilanRow> rows = new ArrayList<>();
        if (!standing.isEmpty()) {
            for (Dimension dimension : Dimension.values()) {
                rows.add(new DossierPage.BilanRow(
                        Words.of(dimension),
                        side(standing, dimension, effect -> !helps(effect)),
                        side(standing, dimension, RecordLines::helps)));
            }
        }
        return rows;
    }

    private static List<DossierPage.BilanLine> side(
            List<BilanItem> items, Dimension dimension, Predicate<Effect> effects) {
        return items.stream()
                .map(BilanItem::statement)
                .filter(statement -> statement.dimension() == dimension && effects.test(statement.effect()))
                .map(statement -> new DossierPage.BilanLine(
                        statement.text(), Words.of(statement.effect()), Words.of(statement.whoseWord())))
                .toList();
    }

    private static boolean helps(Effect effect) {
        return effect == Effect.STABILISER || effect == Effect.OPPORTUNITY;
    }

    /** Those that are open; without the person's agreement they say so. */
    List<DossierPage.Line> goals() {
        return contents.goals().stream()
                .map(Entry::value)
                .filter(goal -> goal.progress().state() == Goal.State.OPEN)
                .map(goal -> new DossierPage.Line(
                        goal.aim().text(),
                        goal.agreement().agreedOn() == null
                                ? "sans accord de la personne à ce jour"
                                : "accord du " + Words.day(goal.agreement().agreedOn())))
                .toList();
    }

    /** Those to do, the next due first. */
    List<DossierPage.Line> actions(LocalDate today) {
        return contents.actionItems().stream()
                .map(Entry::value)
                .filter(action -> action.progress().state() == ActionItem.State.TO_DO)
                .sorted(Comparator.comparing(
                        action -> action.task().dueOn(), Comparator.nullsLast(Comparator.naturalOrder())))
                .map(action -> new DossierPage.Line(
                        action.task().what(),
                        "par " + Words.of(action.task().by())
                                + (action.task().dueOn() == null
                                        ? ""
                                        : ", pour le "
                                                + Words.dayNear(action.task().dueOn(), today))))
                .toList();
    }

    /** Those of the latest rendez-vous des droits that say something, the ones to follow first. */
    List<DossierPage.RightLine> rights() {
        RecordId latest = contents.rightsCheckups().stream()
                .max(Comparator.comparing(
                        (Entry<RightsCheckup> entry) -> entry.value().course().startedAt()))
                .map(Entry::id)
                .orElse(null);
        return contents.rightChecks().stream()
                .map(Entry::value)
                .filter(check -> check.subject().checkup().equals(latest))
                .filter(check -> check.finding().state() != RightState.NOT_LOOKED_AT
                        && check.finding().state() != RightState.NOT_ELIGIBLE)
                .sorted(Comparator.comparingInt(check -> order(check.finding().state())))
                .map(this::right)
                .toList();
    }

    private DossierPage.RightLine right(RightCheck check) {
        RightState state = check.finding().state();
        return new DossierPage.RightLine(
                rightNames.getOrDefault(
                        check.subject().rightId(), check.subject().rightId()),
                Words.of(state),
                tone(state),
                followUp(check));
    }

    private String followUp(RightCheck check) {
        RightCheck.Ending ending = check.ending();
        RightCheck.FollowUp followUp = check.followUp();
        if (ending != null) {
            return Words.of(ending.outcome()) + " le " + Words.day(ending.endedOn());
        }
        return followUp == null
                ? ""
                : "à suivre par " + names.of(followUp.answerable()) + " pour le " + Words.day(followUp.dueOn());
    }

    private static int order(RightState state) {
        return switch (state) {
            case PROBABLE -> 0;
            case TO_VERIFY -> 1;
            case UNDULY_RECEIVED -> 2;
            case HELD -> 3;
            case DECLINED -> 4;
            case NOT_ELIGIBLE, NOT_LOOKED_AT -> 5;
        };
    }

    private static String tone(RightState state) {
        return switch (state) {
            case PROBABLE -> "accent";
            case TO_VERIFY, UNDULY_RECEIVED -> "amber";
            case HELD -> "green";
            case DECLINED, NOT_ELIGIBLE, NOT_LOOKED_AT -> "";
        };
    }
}
