package org.tournee.profile;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.Role;
import org.tournee.segment.Segment;
import org.tournee.sync.RecordKind;

/**
 * What an organisation calls things in one language, read alike by the phone and the back office. What it gives no name
 * of its own is called as the application calls it. Rule: R-SEG-0. Source: domain, first lines.
 *
 * @param serviceAgreement within a sentence: "convention de prestations"; null where no profile is known
 * @param adminAssistant within a sentence; null for the application's word, as all that follow
 * @param referent the title of whoever answers for a dossier, within a sentence
 * @param bilan the assessment of a household's situation, within a sentence
 * @param segments the names of those that have one
 */
public record Wording(
        @Nullable String serviceAgreement,
        @Nullable String adminAssistant,
        @Nullable String referent,
        @Nullable String bilan,
        Map<Segment, String> segments) {

    /** Where no profile is known. */
    public static final Wording NONE = new Wording(null, null, null, null, Map.of());

    /** In which a profile is written. */
    private static final String OWN = Locale.FRENCH.getLanguage();

    public Wording {
        segments = Map.copyOf(segments);
    }

    /**
     * The words of a profile in a language. Without a translation an agreement keeps its name, for it stands on paper;
     * everything else is called as the application calls it in that language.
     *
     * @param language by its two letters, as {@code de}
     */
    public static Wording of(OrganisationProfile profile, String language) {
        if (language.equals(OWN)) {
            return of(profile.labels(), ofSheets(profile));
        }
        return profile.translation(language)
                .map(said -> of(said.labels(), ofTranslation(said)))
                .orElseGet(() -> new Wording(profile.labels().serviceAgreement(), null, null, null, Map.of()));
    }

    private static Wording of(OrganisationProfile.Labels labels, Map<Segment, String> segments) {
        return new Wording(
                labels.serviceAgreement(), labels.adminAssistant(), labels.referent(), labels.bilan(), segments);
    }

    private static Map<Segment, String> ofSheets(OrganisationProfile profile) {
        Map<Segment, String> names = new EnumMap<>(Segment.class);
        if (profile.segmentation() != null) {
            profile.segmentation().sheets().forEach(sheet -> names.put(sheet.segment(), sheet.name()));
        }
        return names;
    }

    private static Map<Segment, String> ofTranslation(OrganisationProfile.Translation said) {
        Map<Segment, String> names = new EnumMap<>(Segment.class);
        if (said.segments() != null) {
            said.segments().forEach(segment -> names.put(segment.segment(), segment.name()));
        }
        return names;
    }

    /** The organisation's own word for a code, as a title; empty where it has none. */
    public Optional<String> of(Enum<?> code) {
        String word = null;
        if (code instanceof Segment segment) {
            word = segments.get(segment);
        } else if (code == Role.ADMIN_ASSISTANT) {
            word = adminAssistant;
        } else if (code == ReferentRole.REFERENT) {
            word = referent;
        } else if (code == RecordKind.SERVICE_AGREEMENT) {
            word = serviceAgreement;
        }
        return Optional.ofNullable(word).map(Wording::title);
    }

    /** What the assessment of a situation is called, as a title; {@code otherwise} where it has no name of its own. */
    public String bilanTitle(String otherwise) {
        return title(bilan == null ? otherwise : bilan);
    }

    /** With a capital first. */
    public static String title(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
