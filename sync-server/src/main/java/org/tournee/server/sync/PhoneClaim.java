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
 */
public record PhoneClaim(String epoch, long acknowledged, long resumeFrom) {

    /** Of whoever claims nothing, such as the back office. */
    public static final PhoneClaim NONE = new PhoneClaim("", 0, 0);

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
