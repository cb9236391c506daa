package org.tournee.mobile.document;

/** A picture taken apart, its pixels not decoded. Rules: R-OUT, R-GDPR. */
interface PictureParts {

    /**
     * Takes a picture apart.
     *
     * @throws UnreadablePictureException when it is damaged, or of a kind that this version does not take apart
     */
    static PictureParts of(byte[] picture) throws UnreadablePictureException {
        return switch (Picked.contentType(picture)) {
            case Picked.JPEG_TYPE -> JpegSegments.of(picture);
            case Picked.PNG_TYPE -> PngChunks.of(picture);
            default -> throw new UnreadablePictureException("neither JPEG nor PNG");
        };
    }

    /** How it is to be turned. */
    Orientation orientation();

    /** The same pixels, to be turned that way, and nothing else. */
    byte[] stripped(Orientation orientation);
}
