package org.tournee.mobile.device;

/** Being left for another app, and taken up again. A phone may end an app that was left without saying so. */
public interface Lifecycle {

    /** Runs it each time the app is left: the last moment to keep drafts. */
    void onPause(Runnable action);

    /** Runs it each time the app is taken up again. */
    void onResume(Runnable action);
}
