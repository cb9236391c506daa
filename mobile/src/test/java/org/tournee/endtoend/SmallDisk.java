package org.tournee.endtoend;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real file system of a few MiB that can be filled to its last byte. Only root may mount one. */
final class SmallDisk implements AutoCloseable {

    private static final int PIECE = 4096;

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /** Whether this machine lets one be mounted; says why not on the standard output. */
    static boolean isPossible(Path folder) throws IOException {
        try (SmallDisk tried = mount(folder, 1)) {
            return Files.isDirectory(tried.folder());
        } catch (IOException e) {
            System.out.println("No small disk can be mounted here, and no full disk tried: " + e.getMessage());
            return false;
        }
    }

    /** @throws IOException where that is not allowed, with what the system said */
    static SmallDisk mount(Path folder, int mebibytes) throws IOException {
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Leaves no room at all. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] piece = new byte[PIECE];
            while (room() > 0) {
                out.write(piece);
            }
        } catch (IOException e) {
            if (room() > 0) {
                throw e;
            }
        }
    }

    /** Gives the room back that was taken. */
    void free() throws IOException {
        Files.deleteIfExists(ballast);
    }

    private long room() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
    }
}
