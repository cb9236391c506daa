package org.tournee.mobile.store;

import java.util.OptionalLong;

/**
 * The room that a store takes on the phone.
 *
 * @param records as they were received, reference data included
 * @param fileBytes of the sealed file, with what SQLite has not written back into it yet
 * @param freeBytes that the device has left for this app; empty where it does not tell
 */
public record StorageUse(int records, long fileBytes, OptionalLong freeBytes) {}
