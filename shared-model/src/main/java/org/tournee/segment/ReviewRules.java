package org.tournee.segment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierStatus;
import org.tournee.dossier.Entry;
import org.tournee.profile.OrganisationProfile;

/** Finds the reviews of a dossier. Rules: R-SEG-5, R-SEG-7. */
public final class ReviewRules {

    private final DossierContents contents;
    private final LocalDate today;
    private final OrganisationProfile profile;

    private ReviewRules(DossierContents contents, LocalDate today, OrganisationProfile profile) {
        this.contents = contents;
        this.today = today;
        this.profile = profile;
    }

    /**
     * The reviews that an open dossier will need next, each duty once, the nearest first; those too far to be told
     * included.
     *
     * @param today the day of the organisation
     */
    public static List<Review> of(DossierContents contents, LocalDate today, OrganisationProfile profile) {
        if (contents.dossier().value().status().status() == DossierStatus.CLOSED) {
            return List.of();
        }
        ReviewRules rules = new ReviewRules(contents, today, profile);
        List<Review> reviews = new ArrayList<>();
        Entry<Stay> stay = contents.stayOn(today).orElse(null);
        if (stay != null) {
            rules.stayLimit(stay.value()).ifPresent(reviews::add);
            rules.definitiveAllocation(stay.value()).ifPresent(reviews::add);
        }
        rules.annualRevision().ifPresent(reviews::add);
        reviews.sort(Review.NEAREST_FIRST);
        return List.copyOf(reviews);
    }

    /** The limit does not move for exemptions. Rule: R-SEG-4. */
    private Optional<Review> stayLimit(Stay stay) {
        return profile.limitOf(stay.span()).map(limit -> review(ReviewDuty.STAY_REVIEW, limit));
    }

    private Optional<Review> definitiveAllocation(Stay stay) {
        return FirstAllocation.dueOn(contents, stay, profile).map(due -> review(ReviewDuty.DEFINITIVE_ALLOCATION, due));
    }

    /** Counted from the last conclusion of a bilan, or from the opening of the dossier, as was said on that day. */
    private Optional<Review> annualRevision() {
        Dossier.Status status = contents.dossier().value().status();
        LocalDate last = contents.conclusions().stream()
                .map(entry -> entry.value().conclusion().concludedOn())
                .max(Comparator.naturalOrder())
                .orElse(status.openedOn());
        return profile.dueAfter(last, today, figures -> figures.reviews().revisionEvery())
                .map(dueOn -> review(ReviewDuty.ANNUAL_REVISION, dueOn));
    }

    private Review review(ReviewDuty duty, LocalDate dueOn) {
        long daysLeft = ChronoUnit.DAYS.between(today, dueOn);
        return new Review(
                duty,
                dueOn,
                daysLeft,
                NoticeStage.of(daysLeft, profile.on(today).reviews()));
    }
}
