package org.tournee.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.Role;
import org.tournee.segment.Segment;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/** What an organisation calls things. Rule: R-SEG-0. */
class WordingTest {

    static Stream<Arguments> words() {
        return Stream.of(
                row(1, ShippedProfile.VIENNE, "fr", Segment.A, "Segment A"),
                row(2, ShippedProfile.VIENNE, "fr", Segment.INTAKE_1, "Accueil 1"),
                row(3, ShippedProfile.VIENNE, "de", Segment.A, null),
                row(4, ShippedProfile.SANS_SEGMENTS, "fr", Segment.A, null),
                row(5, ShippedProfile.VIENNE, "fr", Role.ADMIN_ASSISTANT, "Secrétaire"),
                row(6, ShippedProfile.SUISSE, "fr", Role.ADMIN_ASSISTANT, "Assistant·e administratif·ve"),
                row(7, ShippedProfile.SUISSE, "de", Role.ADMIN_ASSISTANT, "Administrative Assistenz"),
                row(8, ShippedProfile.SUISSE, "nl", Role.ADMIN_ASSISTANT, null),
                row(9, ShippedProfile.VIENNE, "fr", Role.SOCIAL_WORKER, null),
                row(10, ShippedProfile.VIENNE, "fr", ReferentRole.REFERENT, null),
                row(11, ShippedProfile.BRUXELLES, "fr", RecordKind.SERVICE_AGREEMENT, "PIIS"),
                row(12, ShippedProfile.BRUXELLES, "nl", RecordKind.SERVICE_AGREEMENT, "GPMI"),
                row(13, ShippedProfile.BRUXELLES, "en", RecordKind.SERVICE_AGREEMENT, "PIIS"),
                row(14, ShippedProfile.SUISSE, "fr", RecordKind.SERVICE_AGREEMENT, "Convention de prestations"),
                row(15, ShippedProfile.SUISSE, "fr", RecordKind.STAY, null));
    }

    private static Arguments row(
            int number, ShippedProfile profile, String language, Enum<?> code, @Nullable String word) {
        return Arguments.of(number, profile, language, code, word);
    }

    @ParameterizedTest(name = "R-SEG-0 words {0}: {1} in {2}, {3}: {4}")
    @MethodSource("words")
    void theOrganisationsOwnWordElseNone(
            int number, ShippedProfile profile, String language, Enum<?> code, @Nullable String word) {
        assertThat(Wording.of(profile.profile(), language).of(code).orElse(null))
                .isEqualTo(word);
    }

    @ParameterizedTest(name = "R-SEG-0 words {0}: in {1}: {2}, {3}, {4}")
    @CsvSource({
        "16, fr, Gestionnaire de cas, Évaluation, Niveau 1",
        "17, de, Fallführung, Abklärung, Stufe 1",
        "18, nl, , , "
    })
    void titlesAndSegmentsAreDataToo(int number, String language, String referent, String bilan, String segmentA) {
        String json = new String(ShippedProfile.SUISSE.json(), StandardCharsets.UTF_8)
                .replace(
                        "\"admin_assistant\": \"assistant·e administratif·ve\"",
                        "\"admin_assistant\": \"secrétaire\", \"referent\": \"gestionnaire de cas\","
                                + " \"bilan\": \"évaluation\"")
                .replace("\"name\": \"Segment A\"", "\"name\": \"Niveau 1\"")
                .replaceFirst(
                        "\"administrative Assistenz\"\\s*}",
                        "\"Sekretariat\", \"referent\": \"Fallführung\", \"bilan\": \"Abklärung\"},"
                                + " \"segments\": [{\"segment\": \"A\", \"name\": \"Stufe 1\"}]");
        Wording wording = Wording.of(Wire.read(OrganisationProfile.class, json), language);

        assertThat(wording.of(ReferentRole.REFERENT).orElse(null)).isEqualTo(referent);
        assertThat(wording.bilanTitle("Situation")).isEqualTo(bilan == null ? "Situation" : bilan);
        assertThat(wording.of(Segment.A).orElse(null)).isEqualTo(segmentA);
    }

    @Test
    void withoutAProfileNothingHasAnOwnName() {
        assertThat(Wording.NONE.of(Segment.A)).isEmpty();
        assertThat(Wording.NONE.of(RecordKind.SERVICE_AGREEMENT)).isEmpty();
    }
}
