package org.tournee.mobile.store;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** A real store on a disk that is full whenever a test wants it: what is saved then is refused. */
public final class FullDisk {

    private static final long NEARLY_NOTHING = 41_000_000;

    private FullDisk() {}

    public static PhoneStore under(PhoneStore store, BooleanSupplier full) {
        return (PhoneStore) Proxy.newProxyInstance(
                PhoneStore.class.getClassLoader(), new Class<?>[] {PhoneStore.class}, (self, method, arguments) -> {
                    if (full.getAsBoolean() && method.getName().equals("save")) {
                        throw new StoreException(StoreException.Problem.DISK_FULL, new IOException("no space left"));
                    }
                    if (full.getAsBoolean() && method.getName().equals("storage")) {
                        StorageUse use = store.storage();
                        return new StorageUse(use.records(), use.fileBytes(), OptionalLong.of(NEARLY_NOTHING));
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
