package org.tournee.mobile.walk;

import java.util.function.Consumer;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.OpenDossierPhone;

/**
 * One thing that can be seen on the phone.
 *
 * @param name as the picture of it is called
 * @param reach how one gets there, wherever one was
 */
public record Stop(String name, Consumer<OpenDossierPhone> reach) {

    static Stop at(String name, Destination destination) {
        return new Stop(name, phone -> phone.open(destination));
    }

    /** The same place, after some taps. */
    static Stop at(String name, Destination destination, Consumer<OpenDossierPhone> then) {
        return new Stop(name, phone -> {
            phone.open(destination);
            then.accept(phone);
        });
    }
}
