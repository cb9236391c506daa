package org.tournee.server.document;

import java.io.IOException;

/**
 * Where the sealed pieces of documents lie: a folder, or an object store. It sees names made of ids and bytes that it
 * cannot read.
 */
public interface DocumentStore {

    /**
     * Keeps a piece, durable when it returns; one of the same name is replaced whole.
     *
     * @param name letters, digits, dashes and slashes
     * @throws IOException when the place is full or cannot be reached: nothing of that name changed
     */
    void put(String name, byte[] sealed) throws IOException;

    /**
     * Reads a piece.
     *
     * @throws java.io.FileNotFoundException when there is none of that name
     * @throws IOException when the place cannot be reached
     */
    byte[] get(String name) throws IOException;

    /** Removes every piece whose name begins with {@code folder} and a slash; none is no error. */
    void removeAll(String folder) throws IOException;
}
