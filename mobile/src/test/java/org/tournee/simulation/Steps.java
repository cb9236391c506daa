package org.tournee.simulation;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Link;
import org.tournee.dossier.DossierContents;
import org.tournee.mobile.store.Edit;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.SegmentSheet;
import org.tournee.segment.Segment;
import org.tournee.sync.RecordId;
import org.tournee.workflow.DossierCourse;
import org.tournee.workflow.Expectation;
import org.tournee.workflow.PreparedStep;
import org.tournee.workflow.SegmentChoices;
import org.tournee.workflow.SegmentChoices.Choice;
import org.tournee.workflow.SegmentChoices.CommandKind;
import org.tournee.workflow.SegmentCommand;
import org.tournee.workflow.Signer;
import org.tournee.workflow.StayReview;
import org.tournee.workflow.TransferCheck;

/** Steps on the segment of a dossier as somebody sees it: prepared on a phone, or signed in the service. */
final class Steps {

    private static final String REASON = "Les démarches sont stabilisées.";

    private final DossierContents seen;
    private final OrganisationProfile profile;
    private final LocalDate today;
    private final SplittableRandom random;

    Steps(DossierContents seen, OrganisationProfile profile, LocalDate today, SplittableRandom random) {
        this.seen = seen;
        this.profile = profile;
        this.today = today;
        this.random = random;
    }

    /**
     * Something that somebody signs in the service.
     *
     * @param change the open decision
     */
    record Signing(SegmentCommand command, Expectation expected, RecordId change) {}

    /** A step that its author may prepare with no network; sometimes without the reason that is asked for. */
    Optional<Edits.Made> prepared(WorkerId author) {
        DossierCourse course = DossierCourse.of(seen, today);
        boolean wrong = random.nextInt(6) == 0;
        return anyOf(course, signer(author, EnumSet.of(Role.SOCIAL_WORKER)))
                .map(choice -> command(choice, wrong ? " " : REASON))
                .filter(SegmentCommand::mayBePrepared)
                .map(asked -> {
                    RecordId decision = asked.opens() || course.open() == null
                            ? newId()
                            : course.open().id();
                    Edit.Change change = new Edit.Prepare(decision, new PreparedStep(course.asSeen(), asked));
                    return new Edits.Made(Edit.of(seen.id(), change), wrong, List.of());
                });
    }

    /** What waits for a signature, signed as somebody may who is not its author; the state machine judges who it is. */
    Optional<Signing> signed() {
        DossierCourse course = DossierCourse.of(seen, today);
        if (course.open() == null) {
            return Optional.empty();
        }
        RecordId change = course.open().id();
        return anyOf(course, signer(new WorkerId(new UUID(9, 9)), EnumSet.allOf(Role.class)))
                .map(choice -> new Signing(command(choice, REASON), course.asSeen(), change))
                .filter(signing -> !signing.command().opens());
    }

    private Signer signer(WorkerId worker, Set<Role> roles) {
        return new Signer(worker, roles, EnumSet.of(Link.REFERENT, Link.HEAD), today);
    }

    private Optional<Choice> anyOf(DossierCourse course, Signer signer) {
        List<Choice> choices = SegmentChoices.of(course, signer, profile);
        return choices.isEmpty() ? Optional.empty() : Optional.of(choices.get(random.nextInt(choices.size())));
    }

    private SegmentCommand command(Choice choice, String reason) {
        Segment to = choice.targets().isEmpty()
                ? null
                : choice.targets().get(random.nextInt(choice.targets().size()));
        List<String> criteria = to == null ? List.of() : criteria(to);
        return command(choice.kind(), to, criteria, reason);
    }

    private static SegmentCommand command(
            CommandKind kind, @Nullable Segment to, List<String> criteria, String reason) {
        return switch (kind) {
            case APPROVE -> new SegmentCommand.Approve(TransferCheck.inOrder());
            case EXECUTE -> new SegmentCommand.Execute(TransferCheck.inOrder());
            case REVIEW -> new SegmentCommand.Review(StayReview.allRight(), TransferCheck.inOrder());
            case RECEIVE -> new SegmentCommand.Receive(Service.WORKERS.get(0));
            case RETURN -> new SegmentCommand.Return(reason);
            case DECLINE -> new SegmentCommand.Decline(reason);
            case CONFIRM -> new SegmentCommand.Confirm(null);
            case PROPOSE -> new SegmentCommand.Propose(to, criteria, reason);
            case DECIDE -> new SegmentCommand.Decide(to, criteria, reason);
            case PROPOSE_AT_LIMIT -> new SegmentCommand.ProposeAtLimit(to, criteria, reason);
            case REQUEST -> new SegmentCommand.Request(to, reason);
            case WITHDRAW -> new SegmentCommand.Withdraw(reason);
        };
    }

    private List<String> criteria(Segment to) {
        return profile.sheet(to).map(SegmentSheet::criteria).orElse(List.of()).stream()
                .limit(1)
                .toList();
    }

    private RecordId newId() {
        return new RecordId(new UUID(0x0190_5000_0000_7000L | random.nextInt(1 << 12), random.nextLong()));
    }
}
