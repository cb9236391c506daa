package org.tournee.mobile.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.rights.CatalogueEdit;
import org.tournee.rights.Right;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCatalogue;
import org.tournee.rights.RightsCheckup;
import org.tournee.rights.RightsDomain;
import org.tournee.sync.RecordId;

/** A sweep keeps the rights of the version of the catalogue under which it was begun. Rules: R-CAT, R-RDD. */
class SweepVersionsTest {

    private static final DossierId DOSSIER = PhoneStoreFixture.dossier(1);

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(2);
    private final Phone phone = TestPhone.over(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aPublicationNeitherAddsToASweepThatWasBegunNorTakesFromIt() {
        RightsCatalogue first = phone.store().catalogue();
        RightsSweepViewModel sweep = new RightsSweepViewModel(phone, DOSSIER, null, Runnable::run);
        sweep.begin(RightsCheckup.Trigger.JOB_LOSS, RightsCheckup.Origin.PERSON);
        sweep.answer(first.right("css").orElseThrow(), RightState.PROBABLE);
        DossierContents contents = phone.store().dossier(DOSSIER).orElseThrow();
        RecordId begun = contents.rightsCheckups().get(0).id();
        int size = Sweep.of(first, contents, begun).size();

        RightsCatalogue second = CatalogueEdit.of(first)
                .retired("css")
                .retired("puma")
                .with(new Right(
                        "aide-numerique",
                        "Aide numérique",
                        "Commune",
                        RightsDomain.LOCAL,
                        Right.Nature.DISCRETIONARY,
                        "Habiter ici",
                        List.of("pièce d’identité"),
                        "https://www.civray.fr/aide",
                        null,
                        List.of(),
                        null,
                        null))
                .publishedOn(LocalDate.of(2026, 3, 2));
        Sweep going = Sweep.of(second, contents, begun);
        Sweep next = Sweep.of(second, contents, null);

        assertThat(going.size()).isEqualTo(size);
        assertThat(going.looked()).isEqualTo(1);
        assertThat(going.line("css")).isPresent();
        assertThat(going.line("puma")).isPresent();
        assertThat(going.line("aide-numerique")).isEmpty();
        assertThat(next.line("css")).isEmpty();
        assertThat(next.line("aide-numerique")).isPresent();
        assertThat(next.first()).noneMatch(line -> line.right().isRetired());
    }
}
