package org.tournee.bilan;

/** How something acts on the situation. Source: 003 th. 5. */
public enum Effect {
    STABILISER,
    DESTABILISER,
    OPPORTUNITY,
    DANGER
}
