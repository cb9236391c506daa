package org.tournee.placeholder;

import static org.assertj.core.api.Assertions.assertThat;

import io.avaje.jsonb.Jsonb;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlaceholderJsonTest {

    private final Jsonb jsonb = Jsonb.instance();

    @Test
    void aRecordComesBackAsItLeft() {
        Placeholder placeholder = new Placeholder(
                new PlaceholderId(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057")),
                PlaceholderShade.LIGHT_BLUE,
                LocalDate.of(2026, 3, 1),
                Instant.parse("2026-03-01T10:15:30.123456Z"),
                Map.of("n", Map.of("deep", List.of("a"))),
                "{\"identity\":{\"name\":\"Élodie\",\"n\":1.50}}",
                new PlaceholderOutcome.Refused("R-1"),
                null,
                List.of(new PlaceholderId(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058"))),
                Map.of("x", new PlaceholderOutcome.Applied(3)));

        String json = jsonb.toJson(placeholder);
        Placeholder back = jsonb.type(Placeholder.class).fromJson(json);

        assertThat(back).isEqualTo(placeholder);
    }
}
