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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoredShapeTest {
    /// Stored charts must be readable after an upgrade, beside pods of the previous version, and after a
    /// rollback. If this fails, give the shape another name.
    @Test
    void chartsOfAnotherShapeAreKeptUnderAnotherName() throws NoSuchAlgorithmException {
        var stored = shape(Chart.class);
        var digest = MessageDigest.getInstance("SHA-256").digest(stored.getBytes(StandardCharsets.UTF_8));

        var shape = HexFormat.of().formatHex(digest, 0, 8);

        assertThat(Checkpoints.SHAPE + " " + shape)
                .as(stored)
                .isEqualTo("ASTCT-2019/2 with home readings 4977ec2b3fb9375e");
    }

    /// What is stored of a type, recursively: names of fields and constants, but not of our types.
    private static String shape(Type type) {
        return switch (type) {
            case ParameterizedType of ->
                Arrays.stream(of.getActualTypeArguments())
                        .map(StoredShapeTest::shape)
                        .collect(Collectors.joining(", ", shape(of.getRawType()) + "<", ">"));
            case Class<?> one when one.getName().startsWith("health.vigil.") -> parts(one);
            default -> type.getTypeName();
        };
    }

    /// Of a value of an enum its name alone is stored, not what belongs to it.
    private static String parts(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.toString(type.getEnumConstants());
        }
        var parts = type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).map(StoredShapeTest::shape)
                : fields(type).map(field -> field.getName() + " " + shape(field.getGenericType()));
        return parts.toList().toString();
    }

    private static Stream<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers()));
    }
}
