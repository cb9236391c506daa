package org.tournee.mobile.dossier;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.search.Plain;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceRules;
import org.tournee.segment.PaceStatus;
import org.tournee.segment.Segment;

/**
 * A dossier as one line of the list.
 *
 * @param segment null where no stay runs
 * @param pace null where its segment asks for no number of contacts
 * @param pending whether a change of it waits on this phone
 * @param conflicts that nobody has settled yet
 * @param searched what a search looks through: household, persons, street and commune, without accents
 */
record DossierLine(
        DossierId id,
        String household,
        String commune,
        @Nullable Segment segment,
        @Nullable Pace pace,
        boolean pending,
        int conflicts,
        String searched) {

    static DossierLine of(DossierContents contents, LocalDate today, OrganisationProfile profile) {
        Dossier dossier = contents.dossier().value();
        return new DossierLine(
                contents.id(),
                dossier.household().name(),
                dossier.address().communeName(),
                contents.stayOn(today)
                        .map(stay -> stay.value().span().segment())
                        .orElse(null),
                PaceRules.of(contents, today, profile).orElse(null),
                contents.dossier().pending() || contents.contacts().stream().anyMatch(contact -> contact.pending()),
                contents.openConflicts().size(),
                searched(contents));
    }

    private static String searched(DossierContents contents) {
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

    /** Whether every word of a search begins a word here. */
    boolean answers(String query) {
        return Plain.answers(searched, query);
    }

    /** Whether a contact is due, or past its day. */
    boolean wantsContact() {
        return status().map(status -> status == PaceStatus.DUE || status == PaceStatus.LATE)
                .orElse(false);
    }

    Optional<PaceStatus> status() {
        return Optional.ofNullable(pace).map(Pace::status);
    }
}
