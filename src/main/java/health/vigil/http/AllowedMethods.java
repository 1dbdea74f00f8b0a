package health.vigil.http;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/// Which methods a path takes: a refusal of another one must say so (RFC 9110, 15.5.6), and the framework does not.
@Singleton
class AllowedMethods {
    private record Resource(String method, Pattern path) {}

    /// Made when first asked: the resources are known once the service has started.
    private volatile Optional<List<Resource>> resources = Optional.empty();

    /// In order of the alphabet; none where there is nothing at this path.
    SortedSet<String> of(String path) {
        return resources().stream()
                .filter(resource -> resource.path().matcher(path).matches())
                .map(Resource::method)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Resource> resources() {
        if (resources.isEmpty()) {
            resources = Optional.of(read());
        }
        return resources.get();
    }

    private static List<Resource> read() {
        var found = new ArrayList<Resource>();
        var visitor = new RuntimeResourceVisitor() {
            @Override
            public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                found.add(new Resource(method, pattern(path)));
            }
        };
        var mappers = ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers();
        RuntimeResourceVisitor.visitRuntimeResources("", mappers, visitor);
        return List.copyOf(found);
    }

    private static Pattern pattern(String template) {
        var segments = template.replaceAll("/+", "/").replaceAll("/$", "").split("/", -1);
        return Pattern.compile(
                List.of(segments).stream().map(AllowedMethods::expression).collect(Collectors.joining("/", "", "/?")));
    }

    /// One segment for a variable; one with an expression of its own may span several.
    private static String expression(String segment) {
        if (!segment.startsWith("{")) {
            return Pattern.quote(segment);
        }
        return segment.contains(":") ? ".+" : "[^/]+";
    }
}
