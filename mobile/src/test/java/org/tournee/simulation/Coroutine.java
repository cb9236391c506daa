package org.tournee.simulation;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Work that stops wherever it pauses and goes on when it is resumed, all in one thread: what lets one seed decide which
 * of many goes next. One that is not resumed any more is as good as killed.
 *
 * <p>It stands on what virtual threads stand on, which is not public: the JVM wants {@code --add-exports
 * java.base/jdk.internal.vm=ALL-UNNAMED}. Nothing may pause while it holds a monitor.
 */
final class Coroutine implements Strand {

    private static final Object SCOPE;
    private static final MethodHandle NEW;
    private static final MethodHandle RUN;
    private static final MethodHandle YIELD;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Class<?> scope = Class.forName("jdk.internal.vm.ContinuationScope");
            Class<?> continuation = Class.forName("jdk.internal.vm.Continuation");
            SCOPE = scope.getConstructor(String.class).newInstance("simulation");
            NEW = lookup.findConstructor(continuation, MethodType.methodType(void.class, scope, Runnable.class))
                    .asType(MethodType.methodType(Object.class, Object.class, Runnable.class));
            RUN = lookup.findVirtual(continuation, "run", MethodType.methodType(void.class))
                    .asType(MethodType.methodType(void.class, Object.class));
            YIELD = lookup.findStatic(continuation, "yield", MethodType.methodType(boolean.class, scope))
                    .asType(MethodType.methodType(boolean.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Start with --add-exports java.base/jdk.internal.vm=ALL-UNNAMED", e);
        }
    }

    private final Object continuation;
    private Throwable thrown;
    private boolean done;

    Coroutine(Runnable work) {
        try {
            continuation = NEW.invokeExact(SCOPE, (Runnable) () -> finish(work));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void finish(Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            thrown = e; // told to whoever resumes: nothing crosses the border of a continuation
        }
        done = true;
    }

    @Override
    public void resume() {
        try {
            RUN.invokeExact(continuation);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        Strand.rethrow(thrown);
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public void pauseHere() {
        pause();
    }

    /** Stops the work that calls it, until it is resumed. */
    static void pause() {
        try {
            boolean _ = (boolean) YIELD.invokeExact(SCOPE);
        } catch (Throwable e) {
            throw new IllegalStateException("Something paused where it may not", e);
        }
    }
}
