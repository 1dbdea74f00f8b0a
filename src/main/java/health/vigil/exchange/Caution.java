package health.vigil.exchange;

/// Something that was assumed or left out while a statement was read, for a person to check.
///
/// @param place where in the message: `Observation.component[1]`, `OBX[5].6`
/// @param text a sentence without values
public record Caution(String place, String text) {}
