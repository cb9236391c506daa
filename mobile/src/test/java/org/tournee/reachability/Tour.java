package org.tournee.reachability;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.endtoend.Demo;
import org.tournee.endtoend.HeadlessPhone;
import org.tournee.endtoend.Network;
import org.tournee.endtoend.Pictures;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.app.StartOptions;
import org.tournee.mobile.device.Device;
import org.tournee.mobile.document.PickedFiles;
import org.tournee.mobile.ui.Hyphens;

/**
 * Goes once through what a phone does: enrols, receives, opens its screens, records a contact without network, takes a
 * document in, is locked, delivers by the door while it is, and is opened again.
 */
public final class Tour {

    private static final int LARGE = 3_000;

    private Tour() {}

    /**
     * Goes all the way, or fails.
     *
     * @param args an empty folder, the server's address, login and password of a worker
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        ScreenCamera.startToolkit();
        StartOptions options = StartOptions.of(
                Map.of("tournee.home", folder.toString(), "tournee.server", args[1]),
                ScreenCamera.onScreen(Device::here).storage());
        PickedFiles documents = new PickedFiles();
        documents.next(photo(folder.resolve("photo.png")));
        try (Network network = new Network(URI.create(options.server()));
                HeadlessPhone phone = HeadlessPhone.outOfTheBox(
                        options.home().resolve("phone"),
                        network.address(),
                        new Pictures(folder.resolve("pictures")),
                        documents)) {
            phone.enrol(new Demo.Account(args[2], ""), args[3]);
            DossierId dossier = phone.phone().store().dossiers().get(0).id();
            destinations(phone.dossier(dossier)).forEach(phone::open);
            phone.look(Appearance.USUAL.with(Appearance.Mode.DARK));
            for (Language language : Language.values()) {
                Objects.requireNonNull(new Messages(language).get("app.name"));
                Hyphens.divides(language.locale());
            }
            addDocument(phone, dossier);
            phone.untilInSync();
            network.cut();
            phone.untilOffline();
            recordContact(phone, dossier);
            phone.lock();
            network.join();
            phone.unlock();
            phone.untilInSync();
        }
    }

    private static Path photo(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(new BufferedImage(LARGE, LARGE, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private static List<Destination> destinations(DossierContents contents) {
        DossierId dossier = contents.id();
        return List.of(
                new Destination.Today(),
                new Destination.Dossiers(),
                new Destination.RecordFor(),
                new Destination.Reminders(),
                new Destination.Reviews(),
                new Destination.SyncPage(),
                new Destination.ReturnedChanges(),
                new Destination.DossierPage(dossier),
                new Destination.Bilan(dossier),
                new Destination.RightsSweep(dossier, null),
                new Destination.HouseholdForm(dossier),
                new Destination.FollowUps(dossier),
                new Destination.Documents(dossier),
                new Destination.Drafts(),
                new Destination.More());
    }

    private static void addDocument(HeadlessPhone phone, DossierId dossier) {
        phone.open(new Destination.DocumentForm(dossier, null, null));
        phone.hand().tap("#document-choose");
        phone.hand().see("Photo choisie");
        phone.hand().tap("avis d'imposition");
        phone.hand().type("#document-expiry", "31/12/2030");
        phone.hand().tap("#document-agreed");
        phone.hand().tap("#document-save");
        phone.hand().see("Document enregistré sur ce téléphone");
    }

    private static void recordContact(HeadlessPhone phone, DossierId dossier) {
        phone.open(new Destination.ContactForm(dossier, null));
        phone.hand().tap("45");
        phone.hand().tap("Budget");
        phone.hand().type("#contact-narrative", "Le loyer de mars est réglé.");
        phone.hand().tap("#contact-save");
        phone.hand().see("Enregistré sur ce téléphone");
    }
}
