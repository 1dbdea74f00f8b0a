package health.vigil.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import health.vigil.problem.Problem;
import java.util.Optional;
import java.util.stream.Collectors;

/// Why a body could not be read, said without the words of the parser: those repeat what was sent.
final class UnreadableJson {
    private static final int LONGEST_FIELD = 200;

    private UnreadableJson() {}

    static Problem problem(JacksonException unreadable) {
        return unreadable instanceof JsonMappingException misfit
                        && !misfit.getPath().isEmpty()
                ? Problem.invalid(path(misfit), message(misfit))
                : Problem.of(400, "The body is not valid JSON for this resource" + place(unreadable));
    }

    private static String message(JsonMappingException misfit) {
        return switch (misfit) {
            case UnrecognizedPropertyException unknown -> "is not a field of this resource";
            case InvalidFormatException malformed -> "does not have the form this field needs";
            default -> "is missing, or not of the type this field needs";
        };
    }

    private static String path(JsonMappingException misfit) {
        var path = misfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        var field = path.startsWith(".") ? path.substring(1) : path;
        return field.substring(0, Math.min(field.length(), LONGEST_FIELD));
    }

    private static String place(JacksonException unreadable) {
        return Optional.ofNullable(unreadable.getLocation())
                .map(UnreadableJson::place)
                .orElse("");
    }

    private static String place(JsonLocation location) {
        return ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
