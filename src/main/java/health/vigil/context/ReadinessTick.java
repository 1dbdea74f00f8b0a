package health.vigil.context;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a person said about a line of the list. The newest tick of a line counts.
///
/// @param done whether the line is done
public record ReadinessTick(UUID id, DischargeLine line, boolean done, Instant at, String by, Optional<String> note) {}
