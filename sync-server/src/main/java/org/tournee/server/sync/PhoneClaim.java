package org.tournee.server.sync;

import java.util.Objects;
import org.tournee.server.store.StreamRow;
import org.tournee.sync.PushHeader;

/**
 * What a phone says of the server, beside its operations.
 *
 * @param epoch the last one that it heard
 * @param acknowledged the last operation that the server told it to hold; 0 for none
 * @param resumeFrom the first operation that it still has, where the server lacks earlier ones; 0 for nothing of that
 * @param evenClosed whether its stream may be closed: the server itself takes in what was held or put aside before
 */
public record PhoneClaim(String epoch, long acknowledged, long resumeFrom, boolean evenClosed) {

    /** Of a phone, whose stream must be open. */
    public PhoneClaim(String epoch, long acknowledged, long resumeFrom) {
        this(epoch, acknowledged, resumeFrom, false);
    }

    /** Of whoever claims nothing, such as the back office. */
    public static final PhoneClaim NONE = new PhoneClaim("", 0, 0);

    /** Of whoever releases what was put under quarantine. */
    static final PhoneClaim RELEASED = new PhoneClaim("", 0, 0, true);

    /**
     * Of a replay: the archive has what was held, whatever became of the stream since.
     *
     * @param from the first operation of it; where the archive itself was damaged, the stream goes on behind the gap
     */
    public static PhoneClaim replayed(long from) {
        return new PhoneClaim("", 0, from, true);
    }

    /** What the header of a push says. */
    static PhoneClaim of(PushHeader header) {
        return new PhoneClaim(
                header.epoch(),
                Objects.requireNonNullElse(header.acknowledged(), 0L),
                Objects.requireNonNullElse(header.resumeFrom(), 0L));
    }

    /** Whether the server held more than it does now, within the epoch that it still tells: it was set back. */
    boolean showsALoss(StreamRow stream) {
        return epoch.equals(stream.epoch()) && acknowledged > stream.lastOpSeq();
    }
}
