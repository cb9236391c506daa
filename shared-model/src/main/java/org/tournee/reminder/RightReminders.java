package org.tournee.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.Figure;
import org.tournee.profile.OrganisationProfile;
import org.tournee.rights.FollowUpOutcome;
import org.tournee.rights.RightCheck;
import org.tournee.sync.RecordId;

/** Reminders that follow from rights: one to follow up, one to declare resources for anew. Rules: R-RDD, R-CAT. */
final class RightReminders {

    private final DossierContents contents;
    private final LocalDate today;
    private final ReminderSetting setting;

    RightReminders(DossierContents contents, LocalDate today, ReminderSetting setting) {
        this.contents = contents;
        this.today = today;
        this.setting = setting;
    }

    /** To whoever answers for the right, who is not always the social worker. Rule: R-RDD. */
    void followUps(Told told) {
        int ahead = setting.profile().on(today).reminders().ahead().value();
        for (Entry<RightCheck> entry : contents.rightChecks()) {
            RightCheck.FollowUp followUp = entry.value().followUp();
            if (followUp != null
                    && entry.value().ending() == null
                    && !today.isBefore(followUp.dueOn().minusDays(ahead))) {
                told.about(ReminderKind.RIGHT_TO_FOLLOW_UP, entry.id(), followUp.dueOn(), followUp.answerable(), false);
            }
        }
    }

    /**
     * A right that is held lasts as long as the catalogue says from the day on which it was opened, or last seen to be
     * held; then resources are declared anew. It is told some days before and after each such day. Source: 004 §2.1.3.
     */
    void declarations(Told told) {
        Figure days = setting.profile().on(today).reminders().declaration();
        if (days == null) {
            return;
        }
        for (Standing right : rights().values()) {
            Optional<Integer> months = setting.renewalMonths(right.id());
            if (right.held() && months.isPresent()) {
                LocalDate dueOn = nextRenewal(right, months.get(), days.value());
                if (!today.isBefore(dueOn.minusDays(days.value()))) {
                    told.about(ReminderKind.DECLARATION_DUE, right.record(), dueOn, right.answerable(), false);
                }
            }
        }
    }

    /** The first renewal that is not past by more than that many days, and for which nothing was declared. */
    private LocalDate nextRenewal(Standing right, int months, int days) {
        LocalDate due = right.since().plusMonths(months);
        for (long k = 2; due.plusDays(days).isBefore(today) || right.isDeclaredFor(due, setting.profile()); k++) {
            due = right.since().plusMonths(k * months);
        }
        return due;
    }

    /** Where each right stands, as the last check that settled it says. */
    private Map<String, Standing> rights() {
        Map<RecordId, LocalDate> days = new HashMap<>();
        contents.rightsCheckups()
                .forEach(
                        entry -> days.put(entry.id(), day(entry.value().course().startedAt())));
        Map<String, Standing> rights = new HashMap<>();
        for (Entry<RightCheck> entry : contents.rightChecks()) {
            LocalDate seen = days.get(entry.value().subject().checkup());
            standing(entry, seen)
                    .ifPresent(standing ->
                            rights.merge(standing.id(), standing, BinaryOperator.maxBy(Standing.LAST_SETTLED)));
        }
        return rights;
    }

    /** Empty for a check that settles nothing yet. */
    private static Optional<Standing> standing(Entry<RightCheck> entry, @Nullable LocalDate seen) {
        RightCheck.Ending ending = entry.value().ending();
        if (ending != null) {
            return Optional.of(Standing.of(entry, ending.outcome() == FollowUpOutcome.OPENED, ending.endedOn()));
        }
        if (seen == null) {
            return Optional.empty();
        }
        return switch (entry.value().finding().state()) {
            case HELD -> Optional.of(Standing.of(entry, true, seen));
            case NOT_ELIGIBLE, DECLINED, UNDULY_RECEIVED -> Optional.of(Standing.of(entry, false, seen));
            case NOT_LOOKED_AT, PROBABLE, TO_VERIFY -> Optional.empty();
        };
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(setting.profile().zone()).toLocalDate();
    }

    /** Whether a right is held, as a check says. */
    private record Standing(
            String id,
            RecordId record,
            boolean held,
            LocalDate since,
            @Nullable WorkerId answerable,
            @Nullable LocalDate declaredOn) {

        /** Of two on one day the one made later: ids grow with time. */
        private static final Comparator<Standing> LAST_SETTLED = Comparator.comparing(Standing::since)
                .thenComparing(standing -> standing.record().toString());

        static Standing of(Entry<RightCheck> entry, boolean held, LocalDate since) {
            RightCheck.FollowUp followUp = entry.value().followUp();
            WorkerId answerable = followUp == null ? null : followUp.answerable();
            RightCheck.Declaration declaration = entry.value().declaration();
            LocalDate declaredOn = declaration == null ? null : declaration.declaredOn();
            return new Standing(entry.value().subject().rightId(), entry.id(), held, since, answerable, declaredOn);
        }

        /** From the day on which it is told on, a declaration is one for that renewal; a late one is one all the same. */
        boolean isDeclaredFor(LocalDate dueOn, OrganisationProfile profile) {
            return declaredOn != null
                    && RenewalNotice.firstDay(dueOn, profile)
                            .filter(first -> !declaredOn.isBefore(first))
                            .isPresent();
        }
    }
}
