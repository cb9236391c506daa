package org.tournee.mobile.dossier;

import org.jspecify.annotations.Nullable;
import org.tournee.mobile.app.Phone;
import org.tournee.organisation.WorkerId;

/** How workers are called on the screens. */
public final class Names {

    private Names() {}

    /** "Moi", the colleague's name, or a word for somebody whom the phone does not know; null is the service. */
    public static String of(Phone phone, @Nullable WorkerId worker) {
        if (worker == null) {
            return phone.messages().get("worker.service");
        }
        if (worker.equals(phone.store().worker())) {
            return phone.messages().get("worker.me");
        }
        return phone.store()
                .worker(worker)
                .map(known -> known.profile().name())
                .orElseGet(() -> phone.messages().get("worker.unknown"));
    }
}
