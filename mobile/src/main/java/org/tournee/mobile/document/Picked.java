package org.tournee.mobile.document;

import org.tournee.sync.RecordId;

/**
 * A file that was chosen, its bytes sealed on this phone.
 *
 * @param document under which its bytes are kept, and the description will be
 */
public record Picked(RecordId document, String contentType, long sizeBytes) {

    private static final String UNKNOWN = "application/octet-stream";
    private static final int[] JPEG = {0xFF, 0xD8, 0xFF};
    private static final int[] PNG = {0x89, 'P', 'N', 'G'};
    private static final int[] PDF = {'%', 'P', 'D', 'F'};

    /** What it is, its bytes say: names lie. */
    static String contentType(byte[] bytes) {
        if (begins(bytes, JPEG)) {
            return "image/jpeg";
        }
        if (begins(bytes, PNG)) {
            return "image/png";
        }
        return begins(bytes, PDF) ? "application/pdf" : UNKNOWN;
    }

    public boolean isPicture() {
        return isPicture(contentType);
    }

    static boolean isPicture(String contentType) {
        return contentType.startsWith("image/");
    }

    private static boolean begins(byte[] bytes, int[] with) {
        for (int at = 0; at < with.length; at++) {
            if (bytes.length <= at || (bytes[at] & 0xFF) != with[at]) {
                return false;
            }
        }
        return true;
    }
}
