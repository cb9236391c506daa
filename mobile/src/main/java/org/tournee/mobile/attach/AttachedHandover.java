package org.tournee.mobile.attach;

import com.gluonhq.attach.share.ShareService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tournee.mobile.device.Handover;

/**
 * Another app of the phone takes the copy. Nobody says when it has read it: the copy is deleted before the next one and at
 * the next start of the app. Rule: R-GDPR.
 */
final class AttachedHandover implements Handover {

    private final ShareService service;
    private final Path folder;

    /** @param folder of its own, where the other app may read */
    AttachedHandover(ShareService service, Path folder) {
        this.service = service;
        this.folder = folder;
        try {
            empty();
        } catch (IOException e) {
            // tried again before the next copy, which then fails where one can be told
        }
    }

    @Override
    public boolean isToOtherApp() {
        return true;
    }

    @Override
    public Outcome give(String name, String contentType, byte[] bytes) throws IOException {
        empty();
        Path copy = Files.write(Files.createDirectories(folder).resolve(name), bytes);
        service.share(contentType, copy.toFile());
        return Outcome.OFFERED;
    }

    private void empty() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> earlier;
        try (Stream<Path> copies = Files.list(folder)) {
            earlier = copies.toList();
        }
        for (Path copy : earlier) {
            Files.delete(copy);
        }
    }
}
