package org.tournee.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tournee.organisation.OrganisationId;

/** Wrapped keys, a file each in a folder an organisation: destroying one touches no other. */
final class KeyFolder {

    private final Path folder;

    KeyFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    void keep(ArchiveStore.WrappedKey key) {
        Path file = file(key.organisation(), key.owner());
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.resolveSibling("."));
                Durable.file(file, key.wrapped());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A key cannot be archived", e);
        }
    }

    void destroy(OrganisationId organisation, UUID owner) {
        Path file = file(organisation, owner);
        try {
            if (Files.deleteIfExists(file)) {
                Durable.directory(folder.resolve(organisation.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An archived key cannot be destroyed", e);
        }
    }

    List<ArchiveStore.WrappedKey> all() {
        List<ArchiveStore.WrappedKey> keys = new ArrayList<>();
        try (Stream<Path> organisations = Files.list(folder)) {
            for (Path organisation : organisations.toList()) {
                add(organisation, keys);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The archived keys cannot be read", e);
        }
        return keys;
    }

    private static void add(Path organisation, List<ArchiveStore.WrappedKey> keys) throws IOException {
        OrganisationId id = OrganisationId.parse(organisation.getFileName().toString());
        try (Stream<Path> files = Files.list(organisation)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".draft")) {
                    keys.add(new ArchiveStore.WrappedKey(id, UUID.fromString(name), Files.readAllBytes(file)));
                }
            }
        }
    }

    private Path file(OrganisationId organisation, UUID owner) {
        return folder.resolve(organisation.toString()).resolve(owner.toString());
    }
}
