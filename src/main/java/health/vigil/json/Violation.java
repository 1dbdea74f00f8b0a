package health.vigil.json;

/// A fault of one field. The message names the field's rule, never its value: it may be a patient's.
///
/// @param field the path, for instance `ice.naming`; empty for the message as a whole
public record Violation(String field, String message) {
    /// Field and message in one sentence.
    public String sentence() {
        return field.isEmpty() ? message : field + ": " + message;
    }
}
