package org.tournee.mobile.segment;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.PageScreen;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.segment.NoticeStage;

/** The referent's reviews: overdue, within 7, 30 and 60 days. Rule: R-SEG-7. */
public final class ReviewsView extends PageScreen {

    private static final List<NoticeStage> STAGES =
            List.of(NoticeStage.OVERDUE, NoticeStage.LAST, NoticeStage.SECOND, NoticeStage.FIRST);

    public ReviewsView(Phone phone) {
        super(phone, "reviews.title");
    }

    @Override
    protected boolean tellsOfAll() {
        return true;
    }

    @Override
    protected List<Node> contents() {
        List<MyReviews.Upcoming> all = MyReviews.of(phone);
        List<Node> shown = new ArrayList<>();
        if (all.isEmpty()) {
            shown.add(new EmptyState(
                    Material2AL.EVENT_AVAILABLE, messages.get("reviews.none"), messages.get("reviews.noneWhy")));
        } else {
            shown.add(Texts.muted(messages.get("reviews.why")));
        }
        for (NoticeStage stage : STAGES) {
            Node[] rows = all.stream()
                    .filter(upcoming -> upcoming.review().stage() == stage)
                    .map(upcoming -> ReviewRow.of(upcoming, phone))
                    .toArray(Node[]::new);
            if (rows.length > 0) {
                shown.add(new Section(messages.of(stage), rows));
            }
        }
        return shown;
    }
}
