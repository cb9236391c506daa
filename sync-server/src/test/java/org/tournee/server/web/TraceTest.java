package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.server.TestPhone;
import org.tournee.server.sync.ToldCursors;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What an operation went through, from the phone to the other phone, for operators alone. */
class TraceTest extends WebTest {

    private TestPhone phone;
    private Browser operator;
    private String hash;

    @BeforeEach
    void anAddressIsChanged() {
        phone = phone().clockAt(clock.instant().plus(Duration.ofSeconds(90))).pull();
        phone.save(dossier, phone.change(RecordKind.DOSSIER, new RecordId(dossier.value()), "address", SCHOOL));
        hash = OperationBytes.hash(phone.outbox().getFirst());
        phone.push();
        operator = browser(worker("Tom Petit", Role.ADMINISTRATOR));
    }

    @Test
    void itIsFoundByItsIdWithAllItsStations() {
        String html = operator.get("/exploitation?flux=" + phone.stream() + "&numero=1")
                .html();

        assertThat(html)
                .contains("9 mars 2026 à 10:30:00, selon l’appareil de Camille Moreau", "en avance de 90 s")
                .contains("appliquée", "d/" + dossier + "/s à la position", hash, "address", "Dossier, modification");
    }

    @Test
    void itIsFoundByItsHashAndByItsRecord() {
        assertThat(operator.get("/exploitation?autre=" + hash).html()).contains("data-test=\"trace\"");
        assertThat(operator.get("/exploitation?autre=" + dossier).html()).contains("data-test=\"trace\"");
        assertThat(operator.get("/exploitation?flux=" + phone.stream()).html()).contains("data-test=\"trace\"");
    }

    @Test
    void itSaysWhichPhonesHaveIt() {
        TestPhone other = service.phone(colleague).clockAt(clock.instant());
        String path = "/exploitation?flux=" + phone.stream() + "&numero=1";
        assertThat(operator.get(path).html()).contains("pas encore vue");

        other.pull();
        other.pull();
        phone.pull();
        phone.pull();
        context.getBean(ToldCursors.class).write();

        assertThat(operator.get(path).html()).contains("reçue, su le").doesNotContain("pas encore vue");
    }

    @Test
    void aDigestThatStillHoldsSaysThatThePhoneHasEverything() {
        TestPhone other = service.phone(colleague).clockAt(clock.instant());
        String digest = other.ask(null, null).manifest().digest();
        assertThat(other.ask(digest, null).manifest().unchanged()).isTrue();
        context.getBean(ToldCursors.class).write();

        assertThat(operator.get("/exploitation?flux=" + phone.stream() + "&numero=1")
                        .html())
                .contains("reçue, su le");
    }

    @Test
    void whatWasReturnedOrClashedSaysSo() {
        RecordId returned = addressThatCameBack();
        assertThat(returned).isNotNull();

        String html = operator.get("/exploitation?autre=" + dossier).html();

        assertThat(html).contains("retournée : une valeur ne respecte pas les règles", "appliquée");
    }

    @Test
    void noContentsAreShown() {
        String html = operator.get("/exploitation?flux=" + phone.stream() + "&numero=1")
                .html();

        assertThat(html).doesNotContain("rue", "Lefèvre", "Civray");
    }

    @Test
    void whatIsNotThereIsSaidPlainly() {
        assertThat(operator.get("/exploitation?autre=toto").html()).contains("Rien de tel");
        assertThat(operator.get("/exploitation?flux=" + phone.stream() + "&numero=99")
                        .html())
                .contains("Rien de tel");
        assertThat(operator.get("/exploitation").html()).doesNotContain("Rien de tel");
    }

    @Test
    void nobodyElseOpensItAndEachLookUpIsAudited() {
        assertThat(browser(head).get("/exploitation").status()).isEqualTo(403);
        operator.get("/exploitation?autre=" + hash);

        assertThat(operator.get("/journal?quoi=tout").html()).contains("Lecture", "Tom Petit");
    }
}
