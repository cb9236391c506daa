package org.tournee.server.sync;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Quarantine;
import org.tournee.server.store.QuarantineDecisions;
import org.tournee.server.store.Quarantined;
import org.tournee.server.store.StreamRow;
import org.tournee.sync.Outcome;

/**
 * Takes in what was put under quarantine, once an authorised person says so: the bytes pass through the same
 * reconciliation as if they had come in time, under their author's rights. Rules: R-REC, R-SHARE. Decision: 0025.
 */
@Singleton
public class QuarantineRelease {

    private final QuarantineDecisions decisions;
    private final OpenedEnvelopes envelopes;
    private final Reconciler reconciler;

    QuarantineRelease(QuarantineDecisions decisions, OpenedEnvelopes envelopes, Reconciler reconciler) {
        this.decisions = decisions;
        this.envelopes = envelopes;
        this.reconciler = reconciler;
    }

    /** Why a delivery cannot be taken in; what came before it is. */
    public enum Obstacle {
        /** Its seal does not open to operations. */
        UNREADABLE,
        /** Its numbers are taken by other operations: the phone was copied or restored. */
        FORKED,
        /** Operations before it are nowhere. */
        GAP,
        /** Of a newer app than this server. */
        NEWER
    }

    /**
     * What came of it.
     *
     * @param verdicts how many operations ended how
     * @param obstacle what it stopped at; empty where nothing waits any more
     */
    public record Result(Map<Outcome.Verdict, Integer> verdicts, Optional<Obstacle> obstacle) {}

    /** Takes in what waits from a stream, in its order, as far as it goes. Doing it again changes nothing. */
    public Result release(Actor actor, StreamRow stream, String stated, Instant at) {
        Map<Outcome.Verdict, Integer> verdicts = new EnumMap<>(Outcome.Verdict.class);
        List<Quarantined> taken = new ArrayList<>();
        Optional<Obstacle> obstacle = Optional.empty();
        for (QuarantineDecisions.Sealed sealed : decisions.sealed(stream.organisation(), stream)) {
            if (sealed.about().state() == Quarantine.State.WAITING && obstacle.isEmpty()) {
                obstacle = take(stream, sealed, verdicts, at);
                if (obstacle.isEmpty()) {
                    taken.add(sealed.about());
                }
            }
        }
        decisions.decide(actor, stream, taken, Quarantine.State.RELEASED, stated, at);
        return new Result(verdicts, obstacle);
    }

    private Optional<Obstacle> take(
            StreamRow stream, QuarantineDecisions.Sealed sealed, Map<Outcome.Verdict, Integer> verdicts, Instant at) {
        Quarantined about = sealed.about();
        Optional<List<byte[]>> lines = envelopes.open(
                stream.organisation(),
                stream.id(),
                new OpenedEnvelopes.Place(about.firstSeq(), about.lastSeq()),
                sealed.doorKey(),
                sealed.bytes());
        if (lines.isEmpty()) {
            return Optional.of(Obstacle.UNREADABLE);
        }
        return switch (reconciler.push(stream.organisation(), stream.id(), PhoneClaim.RELEASED, lines.get(), at)) {
            case PushResult.Held held -> {
                held.outcomes().forEach(outcome -> verdicts.merge(outcome.verdict(), 1, Integer::sum));
                yield Optional.empty();
            }
            case PushResult.Gap gap -> Optional.of(Obstacle.GAP);
            case PushResult.SchemaNewer newer -> Optional.of(Obstacle.NEWER);
            case PushResult.Forked forked -> Optional.of(Obstacle.FORKED);
            case PushResult.Closed closed -> throw new IllegalStateException("What is released is taken in");
            case PushResult.UnknownStream unknown -> throw new IllegalStateException("The stream was there");
        };
    }
}
