package health.vigil.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The methods that each path allows. A 405 must name them (RFC 9110, 15.5.6), and the framework does not. The
/// table is built from the annotations of the resources.
@Singleton
class AllowedMethods {
    private record AllowedMethod(String method, Pattern path) {}

    private final List<AllowedMethod> table;

    AllowedMethods(BeanManager beans) {
        table = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(AllowedMethods::rows)
                .toList();
    }

    /// The methods in alphabetical order; empty if no resource has this path.
    SortedSet<String> of(String path) {
        return table.stream()
                .filter(row -> row.path().matcher(path).matches())
                .map(AllowedMethod::method)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<AllowedMethod> rows(Class<?> resource) {
        return Stream.of(resource.getDeclaredMethods())
                .flatMap(method -> names(method)
                        .map(name -> new AllowedMethod(name, pattern(path(resource) + "/" + path(method)))));
    }

    /// The HTTP method of a Java method; none if it answers no requests.
    private static Stream<String> names(Method method) {
        return Stream.of(method.getAnnotations())
                .flatMap(annotation ->
                        Optional.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value);
    }

    private static String path(AnnotatedElement place) {
        return Optional.ofNullable(place.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
    }

    private static Pattern pattern(String template) {
        var segments = template.replaceAll("/+", "/").replaceAll("/$", "").split("/", -1);
        return Pattern.compile(
                List.of(segments).stream().map(AllowedMethods::expression).collect(Collectors.joining("/", "", "/?")));
    }

    /// A variable matches one segment; a variable with its own expression may match several.
    private static String expression(String segment) {
        if (!segment.startsWith("{")) {
            return Pattern.quote(segment);
        }
        int colon = segment.indexOf(':');
        return colon < 0
                ? "[^/]+"
                : "(?:" + segment.substring(colon + 1, segment.length() - 1).strip() + ")";
    }
}
