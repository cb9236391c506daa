package org.tournee.mobile.device;

import java.nio.file.Path;

/**
 * A file that came in from outside of what is sealed.
 *
 * @param ours whether it was made for this app alone, such as a picture that was just taken: then it is deleted as soon as
 *     it was read, for nothing of a dossier stays unsealed. Rule: R-GDPR
 */
public record ChosenFile(Path path, boolean ours) {}
