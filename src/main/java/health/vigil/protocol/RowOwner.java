package health.vigil.protocol;

/// The person who is responsible for a row.
///
/// @param role the person's office, for instance "head of the CAR-T programme"
public record RowOwner(String name, String role) {}
