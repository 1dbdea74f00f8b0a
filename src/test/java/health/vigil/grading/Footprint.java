package health.vigil.grading;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An upper estimate of the heap that an object uses with everything it references: without compressed pointers,
/// with two bytes per character, and with spare room in each table.
final class Footprint {
    private static final int HEADER = 16;
    private static final int WORD = 8;
    private static final int NUMBER = 64;
    private static final int TABLE = 128;
    private static final int ENTRY = 64;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Footprint() {}

    static long of(Object root) {
        return new Footprint().held(root);
    }

    private long held(Object object) {
        return object instanceof Enum<?> || !seen.add(object)
                ? 0
                : own(object) + reached(object).mapToLong(this::held).sum();
    }

    private static long own(Object object) {
        return switch (object) {
            case String text -> 2 * HEADER + 2 * WORD + 2L * text.length();
            case Instant _, Integer _, Boolean _ -> HEADER + 2 * WORD;
            case BigDecimal number ->
                HEADER + 3 * WORD + NUMBER + number.unscaledValue().bitLength();
            case Optional<?> _ -> HEADER + WORD;
            case Map<?, ?> map -> TABLE + (long) ENTRY * map.size();
            case Collection<?> elements -> TABLE + (long) ENTRY * elements.size();
            case Record record -> HEADER + (long) WORD * record.getClass().getRecordComponents().length;
            default -> throw new IllegalArgumentException("How large is a " + object.getClass() + "?");
        };
    }

    private static Stream<?> reached(Object object) {
        return switch (object) {
            case Optional<?> value -> value.stream();
            case Map<?, ?> map -> Stream.concat(map.keySet().stream(), map.values().stream());
            case Collection<?> elements -> elements.stream();
            case Record record ->
                Arrays.stream(record.getClass().getRecordComponents())
                        .filter(component -> !component.getType().isPrimitive())
                        .map(component -> value(record, component));
            default -> Stream.empty();
        };
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
