package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.server.TestPhone;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.Conflict;
import org.tournee.sync.FeedRow;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;

/** Apps of schema 1 beside those of today, over HTTP and PostgreSQL: docs/sync.md, Schema. Rules: R-REC, R-RDD. */
class OlderSchemaTest extends TwoPhonesTest {

    private static final String FOLLOW_UP = "follow_up";
    private static final String DOCUMENTS = "documents";
    private static final String BOTH = "[\"bail\",\"avis d'imposition\"]";
    private static final String ONE = "[\"bail\"]";
    private static final String NONE = "[]";
    private static final String SOON = "2026-03-24";
    private static final String LATER = "2026-04-07";

    private TestPhone old;
    private RecordId right;

    @BeforeEach
    void aPhoneThatWasNotUpgraded() {
        old = phone.ofSchema(1);
        right = TestPhone.newId();
    }

    private String undivided(String documents, String day) {
        return "{\"documents_missing\":" + documents + ",\"due_on\":\"" + day + "\",\"answerable\":\"" + colleague
                + "\"}";
    }

    private String divided(String day) {
        return "{\"due_on\":\"" + day + "\",\"answerable\":\"" + colleague + "\"}";
    }

    private static String missing(String documents) {
        return "{\"missing\":" + documents + "}";
    }

    private TestPhone.Change creation(Map<String, String> groups) {
        Groups all = Groups.parse("{\"subject\":{\"checkup\":\"" + TestPhone.newId()
                + "\",\"right_id\":\"css\"},\"finding\":{\"state\":\"PROBABLE\"}}");
        for (Map.Entry<String, String> group : groups.entrySet()) {
            all = all.with(group.getKey(), group.getValue());
        }
        return new TestPhone.Change(
                Action.CREATE, RecordKind.RIGHT_CHECK, right, Audience.SERVICE, 0, all.changesSince(Groups.NONE));
    }

    private void theOldPhoneFollowsARight() {
        assertThat(write(old, creation(Map.of(FOLLOW_UP, undivided(BOTH, SOON)))))
                .isEqualTo(Verdict.APPLIED);
        old.pull();
        other.pull();
    }

    /** As it lay at rest before the upgrade: what today's app writes is not lifted, so that this stays undivided. */
    private void aRowOfBeforeTheUpgrade() {
        assertThat(write(other, creation(Map.of(FOLLOW_UP, undivided(BOTH, SOON)))))
                .isEqualTo(Verdict.APPLIED);
        old.pull();
        other.pull();
        assertThat(group(other, FOLLOW_UP)).contains("documents_missing");
    }

    private TestPhone.Change change(TestPhone on, String group, String base, String json) {
        FeedRow row = on.row(right);
        return new TestPhone.Change(
                Action.CHANGE,
                RecordKind.RIGHT_CHECK,
                right,
                null,
                row.rev(),
                Map.of(group, new GroupChange(base, json)));
    }

    private String group(TestPhone on, String group) {
        return Groups.parse(on.pull().row(right).groups()).get(group);
    }

    private void says(TestPhone on, String group, String json) {
        String is = group(on, group);
        assertThat(Groups.sameValue(is, json)).as(is).isTrue();
    }

    @Test
    void eachReadsInItsOwnWordsWhatTheOtherWrote() {
        theOldPhoneFollowsARight();

        says(other, FOLLOW_UP, divided(SOON));
        says(other, DOCUMENTS, missing(BOTH));
        says(old, FOLLOW_UP, undivided(BOTH, SOON));
        says(old, DOCUMENTS, null);

        assertThat(write(other, change(other, DOCUMENTS, missing(BOTH), missing(ONE))))
                .isEqualTo(Verdict.APPLIED);
        says(old, FOLLOW_UP, undivided(ONE, SOON));
    }

    @Test
    void anOldPhoneTicksOffADocumentWhileTodaysPutsTheDayOff() {
        theOldPhoneFollowsARight();
        write(other, change(other, FOLLOW_UP, divided(SOON), divided(LATER)));

        assertThat(write(old, change(old, FOLLOW_UP, undivided(BOTH, SOON), undivided(ONE, SOON))))
                .isEqualTo(Verdict.MERGED);

        says(other, FOLLOW_UP, divided(LATER));
        says(other, DOCUMENTS, missing(ONE));
        says(old, FOLLOW_UP, undivided(ONE, LATER));
    }

    @Test
    void bothTickOffDocumentsAndOnlyThoseAreInConflict() {
        theOldPhoneFollowsARight();
        write(other, change(other, DOCUMENTS, missing(BOTH), missing(ONE)));

        assertThat(write(old, change(old, FOLLOW_UP, undivided(BOTH, SOON), undivided(NONE, LATER))))
                .isEqualTo(Verdict.CONFLICT);

        Conflict conflict = conflict(other);
        assertThat(conflict.subject().group()).isEqualTo(DOCUMENTS);
        assertThat(values(conflict)).containsExactly(missing(ONE), missing(NONE));
        says(other, FOLLOW_UP, divided(LATER));
        assertThat(settle(old.pull(), ids(conflict), missing(NONE))).isEqualTo(Verdict.APPLIED);
        says(other, DOCUMENTS, missing(NONE));
    }

    @Test
    void whatLayUndividedAtRestMergesAsIfItHadBeenDivided() {
        aRowOfBeforeTheUpgrade();
        write(other, change(other, FOLLOW_UP, divided(SOON), divided(LATER)));

        assertThat(write(old, change(old, FOLLOW_UP, undivided(BOTH, SOON), undivided(ONE, SOON))))
                .isEqualTo(Verdict.MERGED);

        says(other, FOLLOW_UP, divided(LATER));
        says(other, DOCUMENTS, missing(ONE));
    }

    @Test
    void whoeverWroteTheUndividedGroupWroteBothParts() {
        write(other, creation(Map.of()));
        old.pull();
        other.pull();
        TestPhone.Change unaware = change(old, FOLLOW_UP, null, undivided(NONE, SOON));
        assertThat(write(other, change(other, FOLLOW_UP, null, undivided(ONE, SOON))))
                .isEqualTo(Verdict.APPLIED);

        assertThat(write(old, unaware)).isEqualTo(Verdict.CONFLICT);

        assertThat(conflict(other).subject().group()).isEqualTo(DOCUMENTS);
        assertThat(values(conflict(other))).containsExactly(missing(ONE), missing(NONE));
    }

    @Test
    void aVariantOfBeforeTheUpgradeSettlesBothParts() {
        aRowOfBeforeTheUpgrade();
        TestPhone third = service.phone(colleague).pull();
        write(other, change(other, FOLLOW_UP, undivided(BOTH, SOON), divided(LATER)));
        assertThat(write(third, change(third, FOLLOW_UP, undivided(BOTH, SOON), undivided(ONE, SOON))))
                .isEqualTo(Verdict.CONFLICT);
        Conflict conflict = conflict(other);

        assertThat(settle(other, ids(conflict), undivided(ONE, SOON))).isEqualTo(Verdict.APPLIED);

        says(other, FOLLOW_UP, divided(SOON));
        says(other, DOCUMENTS, missing(ONE));
    }

    @Test
    void theLogKeepsTheOldBytesAndAnswersThemAgain() {
        old.save(dossier, creation(Map.of(FOLLOW_UP, undivided(BOTH, SOON))));
        List<byte[]> sent = List.copyOf(old.outbox());
        old.push();

        assertThat(TestPhone.text(old.send(sent))).contains("\"verdict\":\"APPLIED\"");
    }

    @Test
    void aNameThatGotItsMeaningLaterComesBack() {
        theOldPhoneFollowsARight();

        assertThat(write(old, change(old, DOCUMENTS, null, missing(NONE)))).isEqualTo(Verdict.RETURNED);

        ReturnedChange returned = Groups.parse(
                        old.pull().ofKind(RecordKind.RETURNED_CHANGE).get(0).groups())
                .as(ReturnedChange.class);
        assertThat(returned.refusal().reason()).isEqualTo(ReturnReason.INVALID);
        says(other, DOCUMENTS, missing(BOTH));
    }

    @Test
    void aGroupThatNobodyKnowsIsKeptWholeForEveryApp() {
        String unknown = "{\"colour\":\"bleu\"}";
        write(other, creation(Map.of(FOLLOW_UP, divided(SOON), DOCUMENTS, missing(ONE), "later", unknown)));
        old.pull();

        write(old, change(old, FOLLOW_UP, undivided(ONE, SOON), undivided(NONE, SOON)));

        says(old, "later", unknown);
        says(other, "later", unknown);
        says(other, DOCUMENTS, missing(NONE));
    }
}
