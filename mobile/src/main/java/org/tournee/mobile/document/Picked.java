package org.tournee.mobile.document;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.tournee.sync.RecordId;

/**
 * A file that was chosen, its bytes sealed on this phone.
 *
 * @param document under which its bytes are kept, and the description will be
 * @param stripped whether it is without what a camera notes beside the picture ({@link TakenIn})
 */
public record Picked(RecordId document, String contentType, long sizeBytes, boolean stripped) {

    static final String JPEG_TYPE = "image/jpeg";
    static final String PNG_TYPE = "image/png";
    private static final String UNKNOWN = "application/octet-stream";
    private static final int BRAND = 8;
    private static final Map<String, String> BEGINNINGS = Map.of(
            "\u00FF\u00D8\u00FF", JPEG_TYPE,
            "\u0089PNG", PNG_TYPE,
            "%PDF", "application/pdf",
            "II*\0", "image/tiff",
            "MM\0*", "image/tiff");
    /** What is named in the ninth byte and after it, as newer phones take pictures. */
    private static final Map<String, String> BRANDS = Map.of(
            "WEBP", "image/webp",
            "heic", "image/heic",
            "heix", "image/heic",
            "mif1", "image/heif",
            "msf1", "image/heif",
            "avif", "image/avif");

    /** What it is, its bytes say: names lie. */
    static String contentType(byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(bytes.length, BRAND + 4), StandardCharsets.ISO_8859_1);
        Stream<String> begun = named(BEGINNINGS, beginning);
        Stream<String> branded = beginning.length() < BRAND ? Stream.of() : named(BRANDS, beginning.substring(BRAND));
        return Stream.concat(begun, branded).findFirst().orElse(UNKNOWN);
    }

    private static Stream<String> named(Map<String, String> names, String beginning) {
        return names.entrySet().stream()
                .filter(name -> beginning.startsWith(name.getKey()))
                .map(Map.Entry::getValue);
    }

    public boolean isPicture() {
        return isPicture(contentType);
    }

    static boolean isPicture(String contentType) {
        return contentType.startsWith("image/");
    }
}
