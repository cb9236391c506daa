package org.tournee.mobile.document;

import org.tournee.mobile.device.Pictures;

/**
 * A chosen file as it may be kept: of a picture its pixels, its colours and how it is turned, without what the camera noted of
 * place, time and device. The service follows nobody's position, and keeps no more than it needs.
 *
 * <p>Rules: R-DOC, R-OUT, R-GDPR.
 *
 * @param bytes those that are sealed; the chosen ones where they are no picture, or one that cannot be taken apart
 * @param stripped whether nothing but the picture is left in it; also for what is no picture
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TakenIn(byte[] bytes, boolean stripped) {

    /** @param pictures that makes a huge one smaller */
    static TakenIn of(byte[] chosen, Pictures pictures) {
        if (!Picked.isPicture(Picked.contentType(chosen))) {
            return new TakenIn(chosen, true);
        }
        // Smaller ones are drawn anew as they lie, so that how they are turned has to be looked at before.
        Orientation orientation = orientation(chosen);
        byte[] fitting = pictures.fit(chosen);
        try {
            return new TakenIn(PictureParts.of(fitting).stripped(orientation), true);
        } catch (UnreadablePictureException e) {
            return new TakenIn(fitting, false); // it may be the only one that there is: kept, and the form says so
        }
    }

    /** How a picture is to be turned; upright where it cannot be read. */
    static Orientation orientation(byte[] picture) {
        try {
            return PictureParts.of(picture).orientation();
        } catch (UnreadablePictureException e) {
            return Orientation.UPRIGHT;
        }
    }
}
