package org.tournee.mobile.document;

/** A file that was chosen, as it is to be kept. */
public final class Picked {

    private static final int[] JPEG = {0xFF, 0xD8, 0xFF};
    private static final int[] PNG = {0x89, 'P', 'N', 'G'};
    private static final int[] PDF = {'%', 'P', 'D', 'F'};

    private final byte[] bytes;
    private final String contentType;

    private Picked(byte[] bytes, String contentType) {
        this.bytes = bytes;
        this.contentType = contentType;
    }

    /** What it is, its bytes say: names lie. */
    static Picked of(byte[] bytes) {
        String type = begins(bytes, JPEG)
                ? "image/jpeg"
                : begins(bytes, PNG)
                        ? "image/png"
                        : begins(bytes, PDF) ? "application/pdf" : "application/octet-stream";
        return new Picked(bytes, type);
    }

    byte[] bytes() {
        return bytes;
    }

    public String contentType() {
        return contentType;
    }

    public boolean isPicture() {
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
