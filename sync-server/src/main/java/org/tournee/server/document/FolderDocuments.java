package org.tournee.server.document;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pieces as files of a folder. A file gets its name once it is whole and on the disk. */
final class FolderDocuments implements DocumentStore {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");

    private final Path root;

    FolderDocuments(Path root) {
        this.root = root;
    }

    @Override
    public void put(String name, byte[] sealed) throws IOException {
        Path file = path(name);
        Path folder = file.resolveSibling("");
        Files.createDirectories(folder);
        Path unfinished = file.resolveSibling("." + UUID.randomUUID());
        try {
            write(unfinished, sealed);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            entry.force(true); // the name is durable as well
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    @Override
    public byte[] get(String name) throws IOException {
        try {
            return Files.readAllBytes(path(name));
        } catch (NoSuchFileException e) {
            FileNotFoundException missing = new FileNotFoundException(name);
            missing.initCause(e);
            throw missing;
        }
    }

    @Override
    public void removeAll(String folder) throws IOException {
        Path path = path(folder);
        if (Files.isDirectory(path)) {
            for (Path file : deepestFirst(path)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }

    /** Names are ids of our own; one that is not leads nowhere. */
    private Path path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a piece");
        }
        return root.resolve(name);
    }
}
