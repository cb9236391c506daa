package org.tournee.mobile.app;

/** Goes from screen to screen; the way back is kept. */
public interface Navigator {

    void open(Destination destination);

    /** Back to where one came from; nothing at the first screen. */
    void back();

    /** Says something short at the bottom of the screen. */
    void say(String message);

    /** Says something short, with an action such as undo. */
    void say(String message, String action, Runnable then);
}
