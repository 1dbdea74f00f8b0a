package health.vigil.api;

/// What is wrong with one field.
///
/// @param field   its path in the body, or the name of the parameter
/// @param message what it should have been; never the value that was sent
public record Violation(String field, String message) {}
