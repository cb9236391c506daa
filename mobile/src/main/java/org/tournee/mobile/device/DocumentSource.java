package org.tournee.mobile.device;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where documents come from and where copies go. On a desk a file chooser; on a phone the place for its camera and its
 * gallery (Attach's pictures service). Called on the screen's thread.
 */
public interface DocumentSource {

    /** A file that the worker chose or a picture that they took; empty where they changed their mind. */
    Optional<Path> choose();

    /**
     * Leaves a copy where the worker says, outside of what is sealed.
     *
     * @param name a proposal, without personal data
     * @return false where they changed their mind
     */
    boolean leaveCopy(String name, byte[] bytes) throws IOException;
}
