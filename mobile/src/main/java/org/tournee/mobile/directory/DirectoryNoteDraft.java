package org.tournee.mobile.directory;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.sync.RecordId;

/** What somebody begins to say of the directory, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record DirectoryNoteDraft(RecordId id, @Nullable Topic topic, String text) {}
