package org.tournee.server.workflow;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Exemption;
import org.tournee.server.workflow.SegmentPage.GrantView;
import org.tournee.sync.RecordId;

/** What was typed to grant an exemption: the last exempt day, as people say it, not the first that is not. */
record ExemptionForm(Map<String, String> fields) {

    ExemptionForm {
        fields = Map.copyOf(fields);
    }

    /** A new one where the page sent none. */
    RecordId id() {
        try {
            return new RecordId(UUID.fromString(text("id")));
        } catch (IllegalArgumentException e) {
            return new RecordId(UUID.randomUUID());
        }
    }

    /** Empty where something is missing or is no day. */
    Optional<Exemption.Grant> wanted(WorkerId head) {
        try {
            return Optional.of(new Exemption.Grant(
                    Exemption.Reason.valueOf(text("raison")),
                    LocalDate.parse(text("du")),
                    LocalDate.parse(text("au")).plusDays(1),
                    head));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same, to be filled in again. */
    GrantView again() {
        return new GrantView(id().toString(), text("raison"), text("du"), text("au"));
    }

    private String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
