package org.tournee.mobile.segment;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.MyPart;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.returned.MyReturns;
import org.tournee.mobile.store.Edit;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.SegmentSheet;
import org.tournee.segment.Segment;
import org.tournee.sync.RecordId;
import org.tournee.sync.ReturnedChange;
import org.tournee.workflow.Carried;
import org.tournee.workflow.DossierCourse;
import org.tournee.workflow.PreparedStep;
import org.tournee.workflow.SegmentChange;
import org.tournee.workflow.SegmentChoices;
import org.tournee.workflow.SegmentChoices.Choice;
import org.tournee.workflow.SegmentChoices.CommandKind;
import org.tournee.workflow.SegmentCommand;
import org.tournee.workflow.SegmentWorkflow;
import org.tournee.workflow.Signer;

/**
 * The steps on a dossier's segment that are prepared here, with or without network: proposed, never done. What the service
 * did not follow comes back with its reason. Rules: R-SEG-5, R-SEG-6, R-SEG-7, R-OFF.
 */
public final class StepsViewModel {

    /** Those that open a decision, or close one that nobody else has to sign. */
    private static final Set<CommandKind> PREPARED = EnumSet.of(
            CommandKind.PROPOSE,
            CommandKind.DECIDE,
            CommandKind.PROPOSE_AT_LIMIT,
            CommandKind.REQUEST,
            CommandKind.DECLINE,
            CommandKind.WITHDRAW);

    private final DossierDesk desk;
    private final Writing<StepForm> writing;

    /** Goes on with a step that was left half written, where it may still be taken. */
    public StepsViewModel(DossierDesk desk) {
        this.desk = desk;
        this.writing = desk.writing();
        choices().stream()
                .filter(choice -> draft(choice).kept().isPresent())
                .findFirst()
                .ifPresent(this::begin);
    }

    /** One a kind of step: a request that is begun does not end a proposal that is half written. */
    private FormDraft<StepDraft> draft(Choice choice) {
        return desk.draft(DraftName.Form.SEGMENT_STEP, StepDraft.class, choice.kind());
    }

    private OrganisationProfile profile() {
        return desk.phone().store().profile();
    }

    private DossierCourse course() {
        return DossierCourse.of(desk.contents(), desk.phone().today());
    }

    private Signer signer() {
        return new Signer(
                desk.phone().store().worker(),
                MyPart.roles(desk.phone()),
                MyPart.linksTo(desk.contents(), desk.phone()),
                desk.phone().today());
    }

    /** What may be prepared now; nothing while one that was prepared waits, or while somebody may look. */
    public List<Choice> choices() {
        if (!waiting().isEmpty() || desk.discretion().on()) {
            return List.of();
        }
        return SegmentChoices.of(course(), signer(), profile()).stream()
                .filter(choice -> PREPARED.contains(choice.kind()))
                .toList();
    }

    /** Those that were prepared here and of which nobody knows yet what became of them. */
    public List<PreparedStep> waiting() {
        return desk.phone().store().prepared(desk.dossier());
    }

    /** Those of this dossier that came back and are not put away. */
    public List<Entry<ReturnedChange>> returned() {
        return MyReturns.steps(desk.phone(), desk.dossier());
    }

    /** Opens the form of a step, with its draft. */
    public void begin(Choice choice) {
        writing.begin(form(choice));
    }

    private StepForm form(Choice choice) {
        Optional<StepDraft> kept = draft(choice)
                .kept()
                .filter(typed -> typed.to() == null || choice.targets().contains(typed.to()));
        RecordId decision = kept.map(StepDraft::decision).orElseGet(() -> decision(choice));
        StepDraft untouched = StepDraft.empty(decision, choice);
        return new StepForm(draft(choice), choice, untouched, kept.orElse(untouched));
    }

    /**
     * Opens the form with what a step that came back said, where it may be taken now; a draft that it takes the place of can
     * be had back for a moment.
     */
    public void takeUp(PreparedStep step) {
        choice(step).ifPresent(choice -> {
            FormDraft<StepDraft> draft = draft(choice);
            draft.discard(() -> begin(choice));
            RecordId decision = decision(choice);
            StepDraft said =
                    StepDraft.of(AskedStep.of(step.asked()), decision, StepForm.QUESTIONS, StepsViewModel::asked);
            draft.keep(said);
            writing.begin(new StepForm(draft, choice, StepDraft.empty(decision, choice), said));
        });
    }

    /** A question of the review in every language: a step that came back may have been written in another than today's. */
    private static List<String> asked(String question) {
        return Arrays.stream(Language.values())
                .map(language -> question(new Messages(language), question))
                .toList();
    }

    private static String question(Messages messages, String question) {
        return messages.written("segmentStep.question." + question);
    }

    /** The choice by which a step would be taken anew; empty where it may not be any more. */
    public Optional<Choice> choice(PreparedStep step) {
        return choices().stream()
                .filter(choice -> choice.kind() == AskedStep.of(step.asked()).kind())
                .findFirst();
    }

    /** A new one, unless the step closes the one that is open. */
    private RecordId decision(Choice choice) {
        Entry<SegmentChange> open = course().open();
        return choice.targets().isEmpty() && open != null ? open.id() : NewRecord.id();
    }

    /** The criteria that a proposal towards a segment ticks; empty where the profile lists none. */
    public List<String> criteria(@Nullable Segment to, CommandKind kind) {
        return to == null || kind == CommandKind.REQUEST
                ? List.of()
                : profile().sheet(to).map(SegmentSheet::criteria).orElse(List.of());
    }

    /** Closes the form and throws its draft away; can be undone for a moment. */
    public void giveUp() {
        writing.giveUp(open -> form(open.choice()));
    }

    /** Prepares what was written; what is wrong, or why the rules say no, stands beside the form. */
    public void keep() {
        writing.form().get().ifPresent(form -> form.command(questions()).ifPresent(asked -> keep(form, asked)));
    }

    /** The three questions of a review, as people read them. */
    public List<String> questions() {
        return StepForm.QUESTIONS.stream()
                .map(question -> question(desk.phone().messages(), question))
                .toList();
    }

    private void keep(StepForm form, SegmentCommand asked) {
        PreparedStep step = new PreparedStep(course().asSeen(), asked);
        Carried carried = SegmentWorkflow.carry(asked, step.expected(), course(), signer(), profile());
        if (carried instanceof Carried.Refused refused) {
            form.refuse("refusal." + refused.reason().name());
            return;
        }
        desk.writer().save(List.of(new Edit.Prepare(form.decision(), step)), () -> {
            writing.done(form);
            desk.phone().navigator().say(desk.phone().messages().get("segmentStep.kept"));
            desk.refresh();
        });
    }

    /** The step that is being written; empty while none is. */
    public Optional<StepForm> open() {
        return writing.form().get();
    }
}
