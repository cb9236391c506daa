package org.tournee.mobile.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.tournee.sync.RecordId;

/** A phone in a process of its own that saves as fast as it can until it is killed, and says what was saved. */
public final class SavingChild {

    private SavingChild() {}

    /**
     * Saves until it is killed.
     *
     * @param args the folder, and the round
     */
    public static void main(String[] args) {
        Unlocking result = PhoneFile.unlock(Path.of(args[0]), PhoneStoreFixture.PIN, Clock.systemUTC());
        if (!(result instanceof Unlocking.Unlocked unlocked)) {
            System.out.println("refused " + result);
            return;
        }
        SqlitePhoneStore store = unlocked.store();
        System.out.println("ready");
        for (int i = 0; ; i++) {
            RecordId one = new RecordId(UUID.randomUUID());
            RecordId other = new RecordId(UUID.randomUUID());
            String text = "tour " + args[1] + " no " + i;
            store.keepDraft("form", text);
            System.out.println("draft " + text);
            store.save(Edit.of(
                    PhoneStoreFixture.dossier(i % 3), StoreEdits.item(one, text), StoreEdits.item(other, text)));
            System.out.println("saved " + one + " " + other);
            System.out.flush();
        }
    }
}
