package health.vigil.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// A data source that counts its connections, and the statements which are prepared on them.
public final class CountedStatements {
    private final DataSource source;
    private int connections;
    private final List<String> statements = new ArrayList<>();

    public CountedStatements(DataSource real) {
        source = proxy(DataSource.class, (method, arguments) -> {
            var answer = call(real, method, arguments);
            return answer instanceof Connection connection ? counted(connection) : answer;
        });
    }

    private interface Answer {
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> answer.to(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw Optional.ofNullable(failure.getCause()).orElse(failure);
        }
    }

    private Connection counted(Connection real) {
        connections++;
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                statements.add(String.valueOf(arguments[0]));
            }
            return call(real, method, arguments);
        });
    }

    public DataSource source() {
        return source;
    }

    /// The number of connections, which equals the number of transactions if none uses two.
    public int connections() {
        return connections;
    }

    /// The texts of the statements, in order.
    public List<String> statements() {
        return List.copyOf(statements);
    }

    public int count() {
        return statements.size();
    }
}
