package org.tournee.mobile.store;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.tournee.mobile.store.StoreException.Problem;

/**
 * Files sealed in segments (AES-256-GCM, streaming): any part is opened without the rest. What a file is, is bound to it,
 * so that two of them cannot be exchanged. A file gets its name once it is whole and on the disk.
 */
final class SealedBytes {

    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 64 * 1024;

    private final AesGcmHkdfStreaming cipher;
    private final Runnable beforeChange;

    /** @param beforeChange called before each change of a file: a test ends the application there */
    SealedBytes(byte[] key, Runnable beforeChange) {
        this.beforeChange = beforeChange;
        try {
            cipher = new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform has no AES-GCM", e);
        }
    }

    /** @throws StoreException DISK_FULL or OTHER; the old file of that name is still there, or all of the new one */
    void write(Path file, byte[] clear) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        beforeChange.run();
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    Set.of(
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE))) {
                OutputStream sealing = cipher.newEncryptingStream(Channels.newOutputStream(channel), identity(file));
                sealing.write(clear);
                // The last segment is written by the closing, which would close the channel before it is forced.
                sealing.close();
            }
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            beforeChange.run();
            Names.move(unfinished, file);
        } catch (IOException e) {
            throw new StoreException(problemOf(unfinished, clear.length), e);
        } catch (GeneralSecurityException e) {
            throw new StoreException(Problem.OTHER, e);
        }
    }

    /**
     * A part of a file.
     *
     * @return {@code most} bytes, or fewer at its end
     * @throws StoreException UNREADABLE when the file is missing or altered
     */
    byte[] read(Path file, long from, int most) {
        try (FileChannel sealed = FileChannel.open(file, StandardOpenOption.READ);
                SeekableByteChannel clear = cipher.newSeekableDecryptingChannel(sealed, identity(file))) {
            clear.position(from);
            ByteBuffer part = ByteBuffer.allocate((int) Math.max(0, Math.min(most, clear.size() - from)));
            while (part.hasRemaining() && clear.read(part) >= 0) {
                // until it is full
            }
            return part.array();
        } catch (IOException | GeneralSecurityException e) {
            throw new StoreException(Problem.UNREADABLE, e);
        }
    }

    /** @throws StoreException OTHER when the disk does not let go of it */
    void delete(Path file) {
        beforeChange.run();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StoreException(Problem.OTHER, e);
        }
    }

    private static byte[] identity(Path file) {
        return file.getFileName().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Java tells a full disk by its message alone: the space that is left says it better. */
    private static Problem problemOf(Path unfinished, int wanted) {
        try {
            Files.deleteIfExists(unfinished);
            long left = Files.getFileStore(unfinished.resolveSibling("")).getUsableSpace();
            return left < wanted + SEGMENT_BYTES ? Problem.DISK_FULL : Problem.OTHER;
        } catch (IOException e) {
            return Problem.OTHER; // not even the folder answers
        }
    }
}
