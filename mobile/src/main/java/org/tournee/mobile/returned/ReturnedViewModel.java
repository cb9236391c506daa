package org.tournee.mobile.returned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mandate.MandateEnd;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.conflict.GroupText;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.dossier.MyPart;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.StoreException;
import org.tournee.sync.Action;
import org.tournee.sync.AudienceChange;
import org.tournee.sync.Command;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;
import org.tournee.sync.RecordKind;
import org.tournee.sync.RecordRules;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.Settlement;
import org.tournee.sync.Violation;
import org.tournee.sync.Wire;
import org.tournee.workflow.PreparedStep;

/** What came back: its reason, its values, and what its author may do with it. Rule: R-REC. */
public final class ReturnedViewModel {

    private final Phone phone;
    private final Executor screen;
    private final GroupText text;
    private final ReadOnlyObjectWrapper<List<ReturnedBatch>> open = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ReturnedBatch>> away = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<StoreException.Problem>> refused =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param screen runs what touches properties: the screen's thread, or inline in tests */
    public ReturnedViewModel(Phone phone, Executor screen) {
        this.phone = phone;
        this.screen = screen;
        this.text = new GroupText(phone);
        refresh();
    }

    /** Reads the store again. */
    public void refresh() {
        open.set(ReturnedBatch.of(MyReturns.open(phone)));
        away.set(ReturnedBatch.of(MyReturns.away(phone)));
    }

    private Optional<DossierContents> dossier(ReturnedBatch batch) {
        return batch.dossier().flatMap(phone.store()::dossier);
    }

    /** What a change wrote, field by field; empty values are left out. */
    List<GroupText.Line> values(ReturnedChange.Origin origin) {
        List<GroupText.Line> lines = new ArrayList<>();
        if (origin.action() == Action.COMMAND) {
            return asked(origin);
        }
        for (GroupChange change : ReturnedGroups.of(origin).values()) {
            text.lines(origin.action() == Action.SETTLE ? settled(change) : change.value()).stream()
                    .filter(line -> !line.value().isBlank() && !line.inner())
                    .forEach(lines::add);
        }
        return lines;
    }

    /** The value that is to stand; which others were seen is the machine's. */
    private static @Nullable String settled(GroupChange change) {
        String json = change.value();
        try {
            return json == null ? null : Wire.read(Settlement.class, json).value();
        } catch (MalformedException e) {
            return json;
        }
    }

    /** What a command asked for, as far as this version knows the command. */
    private List<GroupText.Line> asked(ReturnedChange.Origin origin) {
        GroupChange change = ReturnedGroups.of(origin).get(Command.GROUP);
        String value = change == null ? null : change.value();
        return Optional.ofNullable(value)
                .flatMap(Command::read)
                .map(this::asked)
                .orElse(List.of());
    }

    private List<GroupText.Line> asked(Command command) {
        if (PreparedStep.of(command).isPresent()) {
            return text.lines(command.asked()).stream()
                    .filter(line -> !line.field().equals(PreparedStep.STEP))
                    .toList();
        }
        if (MandateEnd.of(command).isPresent()) {
            return text.lines(command.asked());
        }
        return AudienceChange.of(command).stream()
                .map(asked -> new GroupText.Line(
                        Command.GROUP,
                        phone.messages().get("returned.asked"),
                        phone.messages().of(asked.asked()),
                        false))
                .toList();
    }

    /** The fields of a creation that break a rule, as far as this phone knows the rules. */
    List<Violation> violations(ReturnedChange change) {
        ReturnedChange.Origin origin = change.origin();
        String kind = origin.kind();
        boolean broken = change.refusal().reason() == ReturnReason.INVALID && origin.action() == Action.CREATE;
        return kind == null || !broken
                ? List.of()
                : RecordKind.ofCode(kind)
                        .map(known -> RecordRules.check(known, ReturnedGroups.over(Groups.NONE, origin)))
                        .orElse(List.of())
                        .stream()
                        .filter(violation -> !violation.field().isEmpty())
                        .toList();
    }

    /** Whether a form can open with it. */
    public boolean mayCorrect(ReturnedBatch batch) {
        return correction(batch).isPresent();
    }

    private Optional<Correction> correction(ReturnedBatch batch) {
        return dossier(batch).flatMap(held -> Correction.of(batch, phone, held));
    }

    /** Whether it can be sent again as it is. */
    public boolean mayOffer(ReturnedBatch batch) {
        return again(batch).isPresent();
    }

    private Optional<List<Edit.Change>> again(ReturnedBatch batch) {
        return records(batch).flatMap(now -> OfferAgain.changes(batch, now));
    }

    /** Of the dossier, or of the register of desks, where the phone holds it; a dossier that it opens has none yet. */
    private Optional<List<Entry<?>>> records(ReturnedBatch batch) {
        return dossier(batch)
                .<Stream<Entry<?>>>map(held -> Stream.concat(MyPart.records(held), held.openConflicts().stream()))
                .or(() -> batch.dossier()
                        .flatMap(phone.store()::register)
                        .map(held -> Stream.concat(MyPart.records(held), held.openConflicts().stream())))
                .or(() -> batch.opens() ? Optional.of(Stream.empty()) : Optional.empty())
                .map(Stream::toList);
    }

    /**
     * Opens the form with the returned value in it, which from then on is a draft like any other. A draft that is there
     * already is opened as it is: nothing typed is lost.
     */
    public void correct(ReturnedBatch batch) {
        correction(batch).ifPresent(correction -> {
            boolean inTheWay = correction
                    .draft()
                    .filter(draft -> phone.store().draft(draft.name().text()).isPresent())
                    .isPresent();
            if (!inTheWay) {
                correction.draft().ifPresent(draft -> begin(draft, batch));
            }
            phone.navigator().open(correction.where());
            if (inTheWay) {
                phone.navigator().say(phone.messages().get("returned.draftInTheWay"));
            }
        });
    }

    private void begin(Correction.Draft draft, ReturnedBatch batch) {
        written(() -> {
            phone.store().keepDraft(draft.name().text(), Wire.json(draft.typed()));
            PutAway.add(phone.store(), batch.ids());
        });
    }

    /** Sends all of it again, on what the dossier says now. */
    public void offer(ReturnedBatch batch) {
        again(batch)
                .ifPresent(changes -> DossierWriter.telling(
                                phone, batch.dossier().orElseThrow(), screen)
                        .save(changes, () -> {
                            written(() -> PutAway.add(phone.store(), batch.ids()));
                            phone.navigator().say(phone.messages().get("returned.offered"));
                        }));
    }

    /** Done with it; can be undone for a moment, or taken back later. */
    public void putAway(ReturnedBatch batch) {
        written(() -> PutAway.add(phone.store(), batch.ids()));
        phone.navigator()
                .say(phone.messages().get("returned.isAway"), phone.messages().get("undo"), () -> takeBack(batch));
    }

    public void takeBack(ReturnedBatch batch) {
        written(() -> PutAway.remove(phone.store(), batch.ids()));
    }

    private void written(Runnable write) {
        try {
            write.run();
            refused.set(Optional.empty());
        } catch (StoreException e) {
            refused.set(Optional.of(e.problem()));
        }
        refresh();
    }

    /** Those that wait for their author, the last saved first. */
    public ReadOnlyObjectProperty<List<ReturnedBatch>> open() {
        return open.getReadOnlyProperty();
    }

    /** Those that their author has done with. */
    public ReadOnlyObjectProperty<List<ReturnedBatch>> away() {
        return away.getReadOnlyProperty();
    }

    /** Why the disk refused; empty while it did not. */
    public ReadOnlyObjectProperty<Optional<StoreException.Problem>> refused() {
        return refused.getReadOnlyProperty();
    }
}
