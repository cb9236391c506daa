package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateEnd;
import org.tournee.server.TestPhone;
import org.tournee.sync.Action;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.Wire;

/** The end of a mandate, prepared on a phone: case M14 of docs/sync.md. Rules: R-MAN, R-REC. */
class MandateEndsTest extends TwoPhonesTest {

    private static final LocalDate START = LocalDate.of(2026, 2, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 31);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

    private RecordId mandate;

    @BeforeEach
    void aMandateThatBothSee() {
        mandate = TestPhone.newId();
        Mandate charged = new Mandate(
                new Mandate.Mission(Mandate.Kind.BUDGET_SUPPORT, "Département", null), new Mandate.Term(START, null));
        phone.save(dossier, TestPhone.create(RecordKind.MANDATE, mandate, charged));
        phone.push();
        phone.pull();
        other.pull();
    }

    @Test
    void m14AnEndIsDoneWhenTheServerTakesItAndEverybodySeesIt() {
        assertThat(write(phone, end(phone, MAY))).isEqualTo(Verdict.APPLIED);

        assertThat(now(other).term().end()).isEqualTo(MAY.plusDays(1));
        assertThat(now(other)).isEqualTo(now(phone));
    }

    @Test
    void m14TheSameEndOfBothIsThereOnce() {
        TestPhone.Change same = end(other, MAY);
        write(phone, end(phone, MAY));
        long rev = phone.pull().row(mandate).rev();

        assertThat(write(other, same)).isEqualTo(Verdict.APPLIED);

        assertThat(other.pull().row(mandate).rev()).isEqualTo(rev);
    }

    @Test
    void m14AnEndOnWhatSomebodyElseEndedOtherwiseIsStaleAndComesBack() {
        TestPhone.Change late = end(other, JUNE);
        write(phone, end(phone, MAY));

        assertThat(write(other, late)).isEqualTo(Verdict.STALE_COMMAND);

        assertThat(now(other).term().end()).isEqualTo(MAY.plusDays(1));
        ReturnedChange back = Groups.parse(
                        other.pull().ofKind(RecordKind.RETURNED_CHANGE).get(0).groups())
                .as(ReturnedChange.class);
        assertThat(back.refusal().reason()).isEqualTo(ReturnReason.STALE);
        assertThat(back.origin().groups()).contains("2026-06-30");
        assertThat(write(other, end(other, JUNE)))
                .as("asked anew on what it saw since")
                .isEqualTo(Verdict.APPLIED);
    }

    @Test
    void m14WhatElseIsWrittenOfItMeanwhileStands() {
        TestPhone.Change end = end(other, MAY);
        Mandate.Mission corrected = new Mandate.Mission(Mandate.Kind.BUDGET_SUPPORT, "Juge des tutelles", null);
        write(phone, phone.change(RecordKind.MANDATE, mandate, "mission", Wire.json(corrected)));

        assertThat(write(other, end)).isEqualTo(Verdict.APPLIED);

        assertThat(now(phone).mission()).isEqualTo(corrected);
        assertThat(now(phone).term().end()).isEqualTo(MAY.plusDays(1));
    }

    @Test
    void m14AnEndBeforeItsStartIsReturnedWithTheRule() {
        assertThat(write(phone, end(phone, START.minusDays(1)))).isEqualTo(Verdict.RETURNED);

        ReturnedChange.Refusal why = Groups.parse(
                        phone.pull().ofKind(RecordKind.RETURNED_CHANGE).get(0).groups())
                .as(ReturnedChange.class)
                .refusal();
        assertThat(why.reason()).isEqualTo(ReturnReason.REFUSED_STEP);
        assertThat(why.detail()).isEqualTo(MandateEnd.Refusal.BEFORE_START.name());
    }

    private Mandate now(TestPhone on) {
        return Groups.parse(on.pull().row(mandate).groups()).as(Mandate.class);
    }

    private TestPhone.Change end(TestPhone on, LocalDate lastDay) {
        Mandate seen = Groups.parse(on.row(mandate).groups()).as(Mandate.class);
        return new TestPhone.Change(
                Action.COMMAND,
                RecordKind.MANDATE,
                mandate,
                null,
                on.row(mandate).rev(),
                MandateEnd.of(seen, lastDay).asCommand().asGroups());
    }
}
