package org.tournee.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.dossier.DossierFixture.COLLEAGUE;
import static org.tournee.dossier.DossierFixture.DOSSIER;
import static org.tournee.dossier.DossierFixture.HEAD;
import static org.tournee.dossier.DossierFixture.REFERENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierStatus;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.TeamHeads;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.FigureGroup;
import org.tournee.profile.NormEdit;
import org.tournee.profile.NormTarget;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.PlannedFigures;
import org.tournee.profile.ShippedProfile;
import org.tournee.sync.Audience;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** A reminder is there if and only if its cause is, keyed by it, the same wherever it is derived. Rules: R-REM, R-REQ. */
class ReminderPropertiesTest {

    private static final ReminderSetting SETTING = new ReminderSetting(
            ShippedProfile.BRUXELLES.profile(), null, new TeamHeads(Map.of(REFERENT, HEAD, COLLEAGUE, HEAD)));
    private static final int ESCALATION_DAYS = 14;

    /** Figures change on it: all that the causes know of happened before. */
    private static final LocalDate CHANGE = Cause.TODAY.plusDays(61);

    @Provide
    Arbitrary<List<Cause>> causes() {
        return Cause.any().list().ofMaxSize(12);
    }

    @Property(tries = 500)
    void thereIsOneForEachCauseAndNoOther(@ForAll("causes") List<Cause> causes) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < causes.size(); i++) {
            causes.get(i).key(id(i)).ifPresent(expected::add);
        }

        List<Reminder> told = ReminderRules.of(contents(stored(causes)), Cause.TODAY, SETTING);

        assertThat(told.stream().map(Reminder::cause).distinct()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(told.stream().map(one -> one.cause() + " " + one.whom())).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void whatIsLateForLongIsToldToTheHeadAndNothingElseIs(@ForAll("causes") List<Cause> causes) {
        List<Reminder> told = ReminderRules.of(contents(stored(causes)), Cause.TODAY, SETTING);

        for (Reminder one : told) {
            boolean toHead = told.stream()
                    .anyMatch(other ->
                            other.cause().equals(one.cause()) && other.whom().equals(HEAD));
            boolean late = !Cause.TODAY.isBefore(one.dueOn().plusDays(ESCALATION_DAYS));
            boolean headsOwn = one.kind() == ReminderKind.SIGNATURE_WAITING;
            assertThat(toHead)
                    .as(one.cause())
                    .isEqualTo(late || (headsOwn && one.whom().equals(HEAD)));
        }
    }

    /** The phone holds the same records in another order, some of them still on their way. */
    @Property(tries = 200)
    void thePhoneAndTheServerSayTheSame(@ForAll("causes") List<Cause> causes, @ForAll long seed) {
        List<StoredRecord> server = stored(causes);
        List<StoredRecord> phone = new ArrayList<>(server.stream()
                .map(record -> record.rev() % 2 == 0 ? pending(record) : record)
                .toList());
        Collections.shuffle(phone, new Random(seed));

        assertThat(ReminderRules.of(contents(phone), Cause.TODAY, SETTING))
                .isEqualTo(ReminderRules.of(contents(server), Cause.TODAY, SETTING));
    }

    @Provide
    Arbitrary<NormEdit> plans() {
        return Arbitraries.of(FigureGroup.values())
                .map(NormTarget.OfGroup::new)
                .filter(target -> target.isOf(SETTING.profile()))
                .flatMap(target -> Arbitraries.of(target.figures(SETTING.profile()))
                        .flatMap(figure -> Arbitraries.integers()
                                .between(figure.least(), figure.most())
                                .map(value ->
                                        PlannedFigures.edit(SETTING.profile(), target, CHANGE, figure + "=" + value))))
                .filter(edit -> edit.wrong(SETTING.profile(), Cause.TODAY).isEmpty());
    }

    /** R-SEG-0: until the evening before a change all is told as if it were not planned. */
    @Property(tries = 500)
    void whatIsPlannedTellsNothingBeforeItsDay(
            @ForAll("causes") List<Cause> causes,
            @ForAll("plans") NormEdit plan,
            @ForAll @IntRange(min = 1, max = 90) int before) {
        DossierContents contents = contents(stored(causes));
        LocalDate today = CHANGE.minusDays(before);

        assertThat(ReminderRules.of(contents, today, in(plan.applied(SETTING.profile()))))
                .isEqualTo(ReminderRules.of(contents, today, SETTING));
    }

    /** R-SEG-0: what began before a change stays due when it was, whenever one looks. */
    @Property(tries = 500)
    void whatBeganBeforeAChangeKeepsItsDay(
            @ForAll("causes") List<Cause> causes,
            @ForAll @IntRange(min = 1, max = 90) int days,
            @ForAll @IntRange(max = 60) int looked) {
        DossierContents contents = contents(stored(causes));
        OrganisationProfile shortened = PlannedFigures.planned(
                SETTING.profile(), FigureGroup.REQUESTS, CHANGE, "DECISION=" + days + " NOTIFICATION=" + days);
        ReminderSetting changed = in(PlannedFigures.planned(
                shortened, FigureGroup.REMINDERS, CHANGE, "SIGNATURE=" + days + " QUESTION=" + days));

        LocalDate today = CHANGE.plusDays(looked);

        assertThat(ReminderRules.of(contents, today, changed)).isEqualTo(ReminderRules.of(contents, today, SETTING));
    }

    private static ReminderSetting in(OrganisationProfile profile) {
        return new ReminderSetting(profile, null, SETTING.heads());
    }

    private static RecordId id(int i) {
        return new RecordId(new UUID(9, i));
    }

    private static List<StoredRecord> stored(List<Cause> causes) {
        List<StoredRecord> records = new ArrayList<>();
        LocalDate opened = Cause.TODAY.minusDays(10);
        records.add(record(
                new RecordId(DOSSIER.value()),
                RecordKind.DOSSIER,
                new Dossier(
                        new Dossier.Household("Moreau"),
                        new Dossier.Address("", "", "", ""),
                        null,
                        null,
                        new Dossier.Status(DossierStatus.OPEN, opened, null)),
                100));
        records.add(record(
                new RecordId(new UUID(8, 1)),
                RecordKind.REFERENT_TERM,
                new ReferentTerm(new ReferentTerm.Term(REFERENT, ReferentRole.REFERENT, opened, null)),
                101));
        for (int i = 0; i < causes.size(); i++) {
            records.add(record(id(i), causes.get(i).record(), causes.get(i).value(), i + 1));
        }
        return records;
    }

    private static StoredRecord record(RecordId id, RecordKind kind, Object value, int position) {
        WorkerId author = REFERENT;
        return new StoredRecord(
                id,
                kind.code(),
                Audience.SERVICE,
                position,
                position,
                author,
                author,
                Instant.EPOCH,
                null,
                false,
                Groups.of(value));
    }

    private static StoredRecord pending(StoredRecord record) {
        return new StoredRecord(
                record.id(),
                record.kind(),
                record.audience(),
                Long.MAX_VALUE,
                0,
                record.author(),
                record.changedBy(),
                null,
                record.occurredAt(),
                true,
                record.groups());
    }

    private static DossierContents contents(List<StoredRecord> records) {
        Optional<DossierContents> contents = DossierContents.of(DOSSIER, records);
        assertThat(contents.orElseThrow().unreadable()).isZero();
        return contents.orElseThrow();
    }
}
