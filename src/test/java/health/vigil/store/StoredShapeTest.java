package health.vigil.store;

import health.vigil.grading.Chart;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoredShapeTest {
    /// Stored charts must be readable after an upgrade, beside pods of the previous version, and after a
    /// rollback. If this fails, give the shape another name.
    @Test
    void chartsOfAnotherShapeAreKeptUnderAnotherName() throws NoSuchAlgorithmException {
        var shapes = new TreeMap<String, String>();
        collect(Chart.class, shapes);
        var digest =
                MessageDigest.getInstance("SHA-256").digest(shapes.toString().getBytes(StandardCharsets.UTF_8));

        var shape = HexFormat.of().formatHex(digest, 0, 8);

        assertThat(Checkpoints.SHAPE + " " + shape)
                .as(shapes.toString())
                .isEqualTo("ASTCT-2019/2 with causes of death 27d42a954f5f91ac");
    }

    /// Collects the components of each of our types, recursively.
    private static void collect(Type type, Map<String, String> shapes) {
        if (type instanceof ParameterizedType of) {
            collect(of.getRawType(), shapes);
            List.of(of.getActualTypeArguments()).forEach(argument -> collect(argument, shapes));
        } else if (type instanceof Class<?> one
                && one.getName().startsWith("health.vigil.")
                && shapes.putIfAbsent(one.getName(), parts(one)) == null) {
            madeOf(one).forEach(part -> collect(part, shapes));
        }
    }

    private static String parts(Class<?> type) {
        return type.isEnum()
                ? Arrays.toString(type.getEnumConstants())
                : fields(type).map(Field::toGenericString).toList().toString();
    }

    /// Only the name of an enum value is stored, not its fields.
    private static Stream<Type> madeOf(Class<?> type) {
        if (type.isEnum()) {
            return Stream.of();
        }
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                : fields(type).map(Field::getGenericType);
    }

    private static Stream<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers()));
    }
}
