package org.tournee.server.simulated;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's driver, but that whoever wants to be told of each statement of a thread is told before it is executed. */
public final class SteppingDriver implements Driver {

    private static final ThreadLocal<Runnable> BEFORE_STATEMENT = new ThreadLocal<>();

    private final Driver real = new org.postgresql.Driver();

    /** From now on each statement of this thread is told first. */
    static void tell(Runnable beforeStatement) {
        BEFORE_STATEMENT.set(beforeStatement);
    }

    static void tellNobody() {
        BEFORE_STATEMENT.remove();
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        Connection connection = real.connect(url, properties);
        return connection == null ? null : telling(connection);
    }

    private static Connection telling(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement ? telling(statement) : result;
        });
    }

    private static PreparedStatement telling(PreparedStatement statement) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            Runnable before = BEFORE_STATEMENT.get();
            if (before != null && method.getName().startsWith("execute")) {
                before.run();
            }
            return invoke(statement, method, arguments);
        });
    }

    private interface Call {
        @Nullable
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                SteppingDriver.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(method, arguments)));
    }

    private static @Nullable Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return real.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return real.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return real.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return real.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return real.jdbcCompliant();
    }

    @Override
    public @Nullable Logger getParentLogger() {
        return null;
    }
}
