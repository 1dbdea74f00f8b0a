package health.vigil.http;

import health.vigil.json.Violation;
import health.vigil.problem.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Which parameters and fields broke their constraints.
final class InvalidParameters {
    private InvalidParameters() {}

    static Problem problem(ConstraintViolationException invalid) {
        return Problem.invalid(invalid.getConstraintViolations().stream()
                .map(InvalidParameters::violation)
                .sorted(Comparator.comparing(Violation::field))
                .toList());
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        return new Violation(field(violation.getPropertyPath()), violation.getMessage());
    }

    /// Clients know neither our methods nor what we call their bodies.
    private static String field(Path path) {
        var nodes = StreamSupport.stream(path.spliterator(), false)
                .filter(node -> node.getKind() != ElementKind.METHOD)
                .toList();
        return nodes.stream()
                .skip(nodes.size() > 1 && nodes.getFirst().getKind() == ElementKind.PARAMETER ? 1 : 0)
                .map(Object::toString)
                .collect(Collectors.joining("."));
    }
}
