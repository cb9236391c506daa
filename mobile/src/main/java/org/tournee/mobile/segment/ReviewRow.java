package org.tournee.mobile.segment;

import java.time.LocalDate;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.SegmentBadge;
import org.tournee.mobile.ui.Tone;
import org.tournee.segment.NoticeStage;
import org.tournee.segment.Review;

/** A review as one line: the household, which duty, and until when. */
public final class ReviewRow {

    private ReviewRow() {}

    public static ListRow of(MyReviews.Upcoming upcoming, Phone phone) {
        Messages messages = phone.messages();
        return new ListRow(
                        mark(upcoming, phone.today(), messages),
                        upcoming.household(),
                        messages.of(upcoming.review().duty()),
                        () -> phone.navigator()
                                .open(new Destination.Segment(upcoming.dossier().id())))
                .below(when(upcoming.review(), messages, DateTexts.of(phone)));
    }

    private static Node mark(MyReviews.Upcoming upcoming, LocalDate today, Messages messages) {
        return upcoming.dossier()
                .stayOn(today)
                .map(stay -> stay.value().span().segment())
                .<Node>map(segment -> new SegmentBadge(segment, messages.of(segment)))
                .orElseGet(() -> Icons.large(Material2AL.FOLDER_SHARED));
    }

    /** "dans 12 jours, le 4 mai"; "depuis le 3 mars". */
    private static Mark when(Review review, Messages messages, DateTexts dates) {
        String day = dates.day(review.dueOn());
        if (review.stage() == NoticeStage.OVERDUE) {
            return new Mark(Tone.LATE, messages.get("reviews.since", day));
        }
        String words = messages.get("reviews.in", review.daysLeft(), day);
        return new Mark(review.stage() == NoticeStage.FIRST ? Tone.NEUTRAL : Tone.DUE, Tone.DUE.icon(), words);
    }
}
