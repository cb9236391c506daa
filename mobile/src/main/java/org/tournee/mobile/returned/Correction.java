package org.tournee.mobile.returned;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanConclusion;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Goal;
import org.tournee.contact.Contact;
import org.tournee.document.Document;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.agreement.AgreementDraft;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.bilan.ActionDraft;
import org.tournee.mobile.bilan.ConclusionDraft;
import org.tournee.mobile.bilan.GoalDraft;
import org.tournee.mobile.bilan.ItemDraft;
import org.tournee.mobile.bilan.Side;
import org.tournee.mobile.contact.ContactAsTyped;
import org.tournee.mobile.contact.ContactDraft;
import org.tournee.mobile.document.DescriptionDraft;
import org.tournee.mobile.dossier.HouseholdDraft;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.PersonFields;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.mobile.draft.DraftName;
import org.tournee.person.Person;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnedChange;

/**
 * A returned change as the draft of the form that writes such a thing: the form opens with the returned value in it; or the
 * page where such a thing is tapped, and nothing is typed. Rule: R-REC.
 *
 * @param where the page that opens
 * @param draft empty where nothing is typed there: the change stays among those that came back
 */
record Correction(Destination where, Optional<Draft> draft) {

    /** A draft of a form. */
    record Draft(DraftName name, Object typed) {}

    Correction(DraftName name, Object typed) {
        this(name.destination(), Optional.of(new Draft(name, typed)));
    }

    Correction(Destination where) {
        this(where, Optional.empty());
    }

    /** Empty where no form writes such a thing, or its value cannot be read. */
    static Optional<Correction> of(ReturnedBatch batch, Phone phone, DossierContents now) {
        try {
            return new Reading(batch, phone, now).correction();
        } catch (MalformedException e) {
            return Optional.empty(); // the value is shown as it was sent
        }
    }

    private record Reading(ReturnedBatch batch, Phone phone, DossierContents now) {

        Optional<Correction> correction() {
            if (batch.origins().stream().anyMatch(origin -> origin.action() == Action.COMMAND)) {
                return only(RecordKind.MANDATE).flatMap(steps()::end);
            }
            if (batch.origins().stream().anyMatch(origin -> origin.action() == Action.SETTLE)) {
                return only(RecordKind.CONFLICT).flatMap(steps()::settlement);
            }
            Optional<Correction> contact =
                    one(RecordKind.CONTACT).flatMap(origin -> contact(origin, value(origin, Contact.class)));
            if (contact.isPresent()) {
                return contact;
            }
            boolean household = batch.origins().stream()
                    .allMatch(origin -> is(origin, RecordKind.DOSSIER) || is(origin, RecordKind.PERSON));
            if (household) {
                return Optional.of(new Correction(DraftName.of(DraftName.Form.HOUSEHOLD, dossier()), household()));
            }
            boolean oneRecord = batch.origins().stream()
                            .map(ReturnedChange.Origin::recordId)
                            .distinct()
                            .count()
                    == 1;
            return oneRecord ? single() : Optional.empty();
        }

        private Optional<Correction> single() {
            return one(RecordKind.BILAN_ITEM)
                    .map(this::item)
                    .or(() -> one(RecordKind.GOAL).map(this::goal))
                    .or(() -> one(RecordKind.ACTION_ITEM).map(this::action))
                    .or(() -> one(RecordKind.BILAN_CONCLUSION).map(this::conclusion))
                    .or(() -> one(RecordKind.SERVICE_AGREEMENT).map(this::agreement))
                    .or(() -> last(RecordKind.DOCUMENT).flatMap(this::description))
                    .or(() -> last(RecordKind.RIGHT_CHECK).flatMap(steps()::right))
                    .or(() -> last(RecordKind.REQUEST).flatMap(steps()::request));
        }

        private CorrectedSteps steps() {
            return new CorrectedSteps(phone, now);
        }

        /** The only change of the batch, where it is about a record of that kind. */
        private Optional<ReturnedChange.Origin> only(RecordKind kind) {
            return batch.origins().size() == 1 ? last(kind) : Optional.empty();
        }

        private Optional<ReturnedChange.Origin> last(RecordKind kind) {
            return batch.origins().stream().filter(origin -> is(origin, kind)).reduce((one, other) -> other);
        }

        /** The creation of a record of that kind. */
        private Optional<ReturnedChange.Origin> one(RecordKind kind) {
            return batch.origins().stream()
                    .filter(origin -> is(origin, kind))
                    .findFirst()
                    .filter(origin ->
                            ReturnedGroups.of(origin).values().stream().allMatch(change -> change.base() == null));
        }

        private static boolean is(ReturnedChange.Origin origin, RecordKind kind) {
            return kind.code().equals(origin.kind());
        }

        private DossierId dossier() {
            return now.id();
        }

        private static <T> T value(ReturnedChange.Origin origin, Class<T> type) {
            return ReturnedGroups.over(Groups.NONE, origin).as(type);
        }

        private static boolean restricted(ReturnedChange.Origin origin) {
            return origin.audience() != Audience.SERVICE;
        }

        private <T> Stream<T> all(RecordKind kind, Class<T> type) {
            return batch.origins().stream().filter(origin -> is(origin, kind)).map(origin -> value(origin, type));
        }

        /** With the items and the action that were saved in the same visit. */
        private Optional<Correction> contact(ReturnedChange.Origin origin, Contact contact) {
            if (contact.isStub()) {
                return Optional.empty();
            }
            List<BilanItem.Statement> noted = all(RecordKind.BILAN_ITEM, BilanItem.class)
                    .map(BilanItem::statement)
                    .toList();
            ActionItem.Task task = all(RecordKind.ACTION_ITEM, ActionItem.class)
                    .map(ActionItem::task)
                    .findFirst()
                    .orElse(null);
            Contact.Amendment amendment = contact.amendment();
            ContactDraft draft = ContactAsTyped.of(
                    contact, restricted(origin), amendment == null ? "" : amendment.reason(), noted, task, phone);
            DraftName name = amendment == null
                    ? DraftName.of(DraftName.Form.CONTACT, dossier())
                    : DraftName.of(DraftName.Form.CONTACT, dossier(), amendment.corrects());
            return Optional.of(new Correction(name, draft));
        }

        private Correction item(ReturnedChange.Origin origin) {
            BilanItem.Statement said = value(origin, BilanItem.class).statement();
            Side side = Side.of(said.effect());
            return new Correction(
                    DraftName.of(DraftName.Form.BILAN_ITEM, dossier(), said.dimension(), side),
                    new ItemDraft(
                            NewRecord.id(),
                            said.dimension(),
                            side,
                            said.effect(),
                            said.whoseWord(),
                            said.text(),
                            said.concernsThirdParty(),
                            restricted(origin)));
        }

        private Correction goal(ReturnedChange.Origin origin) {
            Goal goal = value(origin, Goal.class);
            return new Correction(
                    DraftName.of(DraftName.Form.GOAL, dossier()),
                    new GoalDraft(
                            NewRecord.id(),
                            goal.aim().dimension(),
                            goal.aim().text(),
                            goal.agreement().agreedOn() != null));
        }

        private Correction action(ReturnedChange.Origin origin) {
            ActionItem.Task task = value(origin, ActionItem.class).task();
            String due = task.dueOn() == null ? "" : TypedDay.text(task.dueOn(), phone.messages());
            return new Correction(
                    DraftName.of(DraftName.Form.ACTION, dossier()),
                    new ActionDraft(NewRecord.id(), task.what(), task.by(), task.horizon(), due));
        }

        private Correction conclusion(ReturnedChange.Origin origin) {
            BilanConclusion.Conclusion conclusion =
                    value(origin, BilanConclusion.class).conclusion();
            return new Correction(
                    DraftName.of(DraftName.Form.CONCLUSION, dossier()),
                    new ConclusionDraft(conclusion.orientation(), conclusion.reason()));
        }

        private Correction agreement(ReturnedChange.Origin origin) {
            return new Correction(
                    DraftName.of(DraftName.Form.AGREEMENT, dossier()),
                    AgreementDraft.of(
                            NewRecord.id(),
                            value(origin, ServiceAgreement.class),
                            phone.store().worker(),
                            phone.messages()));
        }

        /** How a document is described; one that is not there was to be taken in with its bytes. */
        private Optional<Correction> description(ReturnedChange.Origin origin) {
            return now.documents().stream()
                    .filter(entry -> entry.id().equals(origin.recordId()))
                    .findFirst()
                    .map(entry -> {
                        Document said = ReturnedGroups.over(Groups.of(entry.value()), origin)
                                .as(Document.class);
                        return new Correction(
                                DraftName.of(DraftName.Form.DOCUMENT_DESCRIPTION, dossier(), entry.id()),
                                DescriptionDraft.of(said.description(), phone.messages()));
                    });
        }

        /** The household as it stands, with the returned values in it. */
        private HouseholdDraft household() {
            HouseholdDraft draft = HouseholdDraft.of(now, phone.messages());
            for (ReturnedChange.Origin origin : batch.origins()) {
                draft = is(origin, RecordKind.DOSSIER)
                        ? draft.with(ReturnedGroups.over(Groups.of(now.dossier().value()), origin)
                                .as(Dossier.class))
                        : draft.with(person(origin));
            }
            return draft;
        }

        private HouseholdDraft.PersonDraft person(ReturnedChange.Origin origin) {
            RecordId id = Optional.ofNullable(origin.recordId()).orElseGet(NewRecord::id);
            Groups before = now.persons().stream()
                    .filter(entry -> entry.id().equals(id))
                    .findFirst()
                    .map(entry -> Groups.of(entry.value()))
                    .orElse(Groups.NONE);
            return PersonFields.typed(id, ReturnedGroups.over(before, origin).as(Person.class), phone.messages());
        }
    }
}
