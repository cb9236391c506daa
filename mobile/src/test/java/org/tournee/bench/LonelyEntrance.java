package org.tournee.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tournee.mobile.app.Entrance;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.Unlocking;

/** The door to the one store of a folder, without a network: what else a door can do is not measured. */
record LonelyEntrance(Path folder) implements Entrance {

    @Override
    public List<Holder> holders() {
        return PhoneFile.in(folder).stream()
                .map(file -> new Holder(
                        file.path().getFileName().toString(),
                        "",
                        file.address()
                                .map(known -> known.server())
                                .map(URI::toString)
                                .orElse(""),
                        file.lastUsed(),
                        false))
                .toList();
    }

    @Override
    public Answer unlock(Holder holder, String pin) {
        Unlocking result = new PhoneFile(folder.resolve(holder.key())).unlock(pin, Clock.systemUTC());
        if (result instanceof Unlocking.Unlocked unlocked) {
            DocumentFiles documents = DocumentFiles.beside(unlocked.store(), folder, Clock.systemUTC());
            return new Opened(unlocked.store(), documents, new NoSync(), new Ajar());
        }
        return new WrongPin(0);
    }

    @Override
    public Answer enrol(NewPhone asked) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deliver() {
        // Nobody to deliver to.
    }

    /** Of what stays open until the process ends. */
    private record Ajar() implements Latch {

        @Override
        public boolean isSignedOut() {
            return false;
        }

        @Override
        public Optional<Refused> signInAgain(String login, String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Answer> changePin(String present, String next) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void logOut() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void wipe() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // The process ends.
        }
    }
}
