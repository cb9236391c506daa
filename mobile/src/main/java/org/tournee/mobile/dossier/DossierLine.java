package org.tournee.mobile.dossier;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.search.Plain;
import org.tournee.mobile.store.HeldDossier;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceRules;
import org.tournee.segment.PaceStatus;
import org.tournee.segment.Segment;

/**
 * A dossier as one line of the list. What its own record does not say is computed when the line is shown, or looked
 * through: of two hundred lines a screen shows ten. Lives on the screen's thread.
 */
final class DossierLine {

    private final HeldDossier held;
    private final LocalDate today;
    private final OrganisationProfile profile;
    private @Nullable Facts facts;

    DossierLine(HeldDossier held, LocalDate today, OrganisationProfile profile) {
        this.held = held;
        this.today = today;
        this.profile = profile;
    }

    /** What the whole dossier says. */
    private record Facts(
            @Nullable Segment segment, @Nullable Pace pace, boolean pending, int conflicts, String searched) {

        static Facts of(DossierContents contents, LocalDate today, OrganisationProfile profile) {
            return new Facts(
                    contents.stayOn(today)
                            .map(stay -> stay.value().span().segment())
                            .orElse(null),
                    PaceRules.of(contents, today, profile).orElse(null),
                    contents.dossier().pending() || contents.contacts().stream().anyMatch(contact -> contact.pending()),
                    contents.openConflicts().size(),
                    words(contents));
        }
    }

    private Facts facts() {
        Facts known = facts;
        if (known == null) {
            known = Facts.of(held.contents().get(), today, profile);
            facts = known;
        }
        return known;
    }

    private static String words(DossierContents contents) {
        StringBuilder all = new StringBuilder();
        Dossier dossier = contents.dossier().value();
        all.append(dossier.household().name()).append(' ');
        contents.household()
                .forEach(person ->
                        all.append(person.value().identity().fullName()).append(' '));
        all.append(dossier.address().street())
                .append(' ')
                .append(dossier.address().communeName());
        return Plain.text(all.toString());
    }

    DossierId id() {
        return held.id();
    }

    String household() {
        return held.dossier().household().name();
    }

    String commune() {
        return held.dossier().address().communeName();
    }

    /** Null where no stay runs. */
    @Nullable
    Segment segment() {
        return facts().segment();
    }

    /** Null where its segment asks for no number of contacts. */
    @Nullable
    Pace pace() {
        return facts().pace();
    }

    /** Whether a change of it waits on this phone. */
    boolean pending() {
        return facts().pending();
    }

    /** Those that nobody has settled yet. */
    int conflicts() {
        return facts().conflicts();
    }

    /** Whether every word of a search begins a word of household, persons, street and commune; accents do not count. */
    boolean answers(String query) {
        return query.isEmpty() || Plain.answers(facts().searched(), query);
    }

    /** Whether a contact is due, or past its day. */
    boolean wantsContact() {
        return status().map(status -> status == PaceStatus.DUE || status == PaceStatus.LATE)
                .orElse(false);
    }

    Optional<PaceStatus> status() {
        return Optional.ofNullable(pace()).map(Pace::status);
    }

    /** Whether the other one looks the same. */
    boolean shows(@Nullable DossierLine other) {
        return other != null
                && id().equals(other.id())
                && household().equals(other.household())
                && commune().equals(other.commune())
                && facts().equals(other.facts());
    }
}
