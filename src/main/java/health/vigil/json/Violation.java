package health.vigil.json;

/// A violation of the rule of one field. The message names the rule and never the value, which may be patient
/// data.
///
/// @param field the path, for instance `ice.naming`; empty for the whole message
public record Violation(String field, String message) {
    /// Field and message as one sentence.
    public String sentence() {
        return field.isEmpty() ? message : field + ": " + message;
    }
}
