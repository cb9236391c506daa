package org.tournee.workflow;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.RecordId;

/**
 * Where the signer saw the dossier: a command on another state is stale, kept and shown as not done. Rule: R-SYN.
 *
 * @param stay the record of the running stay; null where the dossier was in no segment
 * @param change the record of the open decision; null where none was open
 * @param signatures how many that decision had; 0 where none was open
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Expectation(@Nullable RecordId stay, @Nullable RecordId change, int signatures) {}
