package org.tournee.mobile.app;

/** Says why the door stayed shut: what happened, that nothing is lost, what to do. */
final class EntranceText {

    private EntranceText() {}

    static String of(Entrance.Answer answer, Messages messages) {
        if (answer instanceof Entrance.WrongPin wrong) {
            return wrong.waitSeconds() == 0
                    ? messages.get("unlock.wrong")
                    : messages.get("unlock.wrongWait", wrong.waitSeconds());
        }
        return answer instanceof Entrance.Refused refused
                ? messages.get("entrance." + refused.reason().name())
                : "";
    }
}
