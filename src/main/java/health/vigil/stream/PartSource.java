package health.vigil.stream;

import health.vigil.exchange.SourceNote;

/// The statement of another system that an observation belongs to.
///
/// @param part which of its parts the observation is
public record PartSource(SourceNote statement, String part) {}
