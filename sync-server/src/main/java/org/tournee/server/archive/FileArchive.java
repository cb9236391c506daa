package org.tournee.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.organisation.OrganisationId;

/**
 * The archive in a directory: numbered segments of frames (length, CRC-32C, entry), and a file a key.
 *
 * <p>Several servers may share the directory, one appending at a time: whoever finds a segment newer than its own begins
 * another, so that positions grow. A position is the segment's number and the offset in it.
 */
final class FileArchive implements ArchiveStore {

    private static final Logger LOG = LoggerFactory.getLogger(FileArchive.class);

    private static final String SUFFIX = ".frames";
    private static final int OFFSET_BITS = 40;
    private static final long SEGMENT_BYTES = 64L << 20;

    private final Path directory;
    private final KeyFolder keys;
    private final String id;
    private long segment;
    private @Nullable FileChannel open;

    /** Opens the archive in that directory, which is made where it is missing. */
    FileArchive(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            this.keys = new KeyFolder(directory.resolve("keys"));
            this.id = identity(directory.resolve("archive.id"));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no archive in " + directory, e);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public synchronized long append(List<ArchiveEntry> entries) {
        try {
            FileChannel channel = writable();
            ByteBuffer frames =
                    Frames.of(entries.stream().map(EntryCodec::write).toList());
            while (frames.hasRemaining()) {
                channel.write(frames);
            }
            channel.force(true);
            return position(segment, channel.size());
        } catch (IOException e) {
            abandon(); // what is half written is a torn end; the next attempt begins a segment
            throw new UncheckedIOException("The archive takes nothing", e);
        }
    }

    private FileChannel writable() throws IOException {
        FileChannel channel = open;
        long newest = newest();
        if (channel != null && segment == newest && channel.size() < SEGMENT_BYTES) {
            return channel;
        }
        abandon();
        for (long next = newest + 1; ; next++) {
            try {
                FileChannel fresh = FileChannel.open(
                        file(next), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                Durable.directory(directory);
                open = fresh;
                segment = next;
                return fresh;
            } catch (FileAlreadyExistsException e) {
                LOG.debug("Another server began segment {}", next);
            }
        }
    }

    private void abandon() {
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.warn(
                        "A segment of the archive does not close: {}",
                        e.getClass().getSimpleName());
            }
            open = null;
        }
    }

    @Override
    public synchronized long end() {
        try {
            long newest = newest();
            return newest == 0 ? 0 : position(newest, Files.size(file(newest)));
        } catch (IOException e) {
            throw new UncheckedIOException("The archive cannot be read", e);
        }
    }

    @Override
    public synchronized Reading readFrom(long position) {
        List<ArchiveEntry> entries = new ArrayList<>();
        int damages = 0;
        try {
            long first = Math.max(1, position >> OFFSET_BITS);
            for (long number : segments()) {
                if (number >= first) {
                    long offset = number == first ? position & ((1L << OFFSET_BITS) - 1) : 0;
                    damages += Frames.read(Files.readAllBytes(file(number)), offset, entries) ? 0 : 1;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The archive cannot be read", e);
        }
        return new Reading(entries, damages);
    }

    @Override
    public void keepKeys(List<WrappedKey> fresh) {
        fresh.forEach(keys::keep);
    }

    @Override
    public void destroyKey(OrganisationId organisation, UUID owner) {
        keys.destroy(organisation, owner);
    }

    @Override
    public List<WrappedKey> keys() {
        return keys.all();
    }

    private long newest() throws IOException {
        List<Long> all = segments();
        return all.isEmpty() ? 0 : all.getLast();
    }

    private List<Long> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted()
                    .toList();
        }
    }

    private Path file(long number) {
        return directory.resolve("%010d%s".formatted(number, SUFFIX));
    }

    private static long position(long segment, long offset) {
        return segment << OFFSET_BITS | offset;
    }

    private static String identity(Path file) throws IOException {
        if (!Files.exists(file)) {
            Durable.file(file, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        }
        return Files.readString(file).strip();
    }
}
