package org.tournee.mobile.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.ReferentRole;
import org.tournee.mobile.app.Phone;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.Review;
import org.tournee.segment.ReviewRules;

/** The reviews that a referent is told of: 60, 30 and 7 days ahead, and when overdue. Rule: R-SEG-7. */
public final class MyReviews {

    private MyReviews() {}

    /** A review and the dossier that it is about. */
    public record Upcoming(Review review, DossierContents dossier) {

        /** The name under which the household is known. */
        public String household() {
            return dossier.dossier().value().household().name();
        }
    }

    /** Those of the dossiers that the worker answers for, the nearest first. */
    public static List<Upcoming> of(Phone phone) {
        LocalDate today = phone.today();
        OrganisationProfile profile = phone.store().profile();
        List<Upcoming> mine = new ArrayList<>();
        for (DossierContents dossier : phone.store().dossiers()) {
            if (answers(dossier, phone.store().worker(), today)) {
                ReviewRules.of(dossier, today, profile).stream()
                        .filter(Review::isTold)
                        .forEach(review -> mine.add(new Upcoming(review, dossier)));
            }
        }
        mine.sort(Comparator.comparing((Upcoming upcoming) -> upcoming.review().dueOn())
                .thenComparing(Upcoming::household));
        return List.copyOf(mine);
    }

    private static boolean answers(DossierContents dossier, WorkerId worker, LocalDate today) {
        return dossier.answerableOn(today, ReferentRole.REFERENT)
                        .filter(worker::equals)
                        .isPresent()
                || dossier.answerableOn(today, ReferentRole.REPLACEMENT)
                        .filter(worker::equals)
                        .isPresent();
    }
}
