package org.tournee.server;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the statements that reach the database. Used where {@code tournee.test.count-statements} is set. */
@Singleton
@Requires(property = "tournee.test.count-statements")
public final class StatementCount implements BeanCreatedEventListener<DataSource> {

    private final AtomicInteger prepared = new AtomicInteger();

    /** How many the work prepares. */
    public int of(Runnable work) {
        int before = prepared.get();
        work.run();
        return prepared.get() - before;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        return counted(DataSource.class, event.getBean());
    }

    private <T> T counted(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        prepared.incrementAndGet();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Connection connection && type == DataSource.class
                                ? counted(Connection.class, connection)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
