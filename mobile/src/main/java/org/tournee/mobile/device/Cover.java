package org.tournee.mobile.device;

/** What of the screen the device itself covers: a notch, the home bar, the soft keyboard. Called on the screen's thread. */
public interface Cover {

    /**
     * How much of each side is covered, in device-independent pixels; 0 for nothing.
     *
     * @param keyboard from the lower edge of the screen, home bar included; 0 while it is away
     */
    record Sides(double top, double right, double bottom, double left, double keyboard) {

        public static final Sides NONE = new Sides(0, 0, 0, 0, 0);

        /** The same with another height of the keyboard. */
        public Sides withKeyboard(double height) {
            return new Sides(top, right, bottom, left, height);
        }
    }

    /** As it is now. */
    Sides sides();

    /** Runs it whenever that changes. */
    void onChange(Runnable action);

    /** A desk covers nothing of a window. */
    static Cover none() {
        return new Cover() {
            @Override
            public Sides sides() {
                return Sides.NONE;
            }

            @Override
            public void onChange(Runnable action) {}
        };
    }
}
