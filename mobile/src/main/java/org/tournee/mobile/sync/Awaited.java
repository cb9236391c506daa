package org.tournee.mobile.sync;

/** An answer of the server that is on its way, while whoever asked does something else. */
@FunctionalInterface
interface Awaited<T> {

    /** The answer, once it is there; called once. */
    T await() throws ServerFailure;
}
