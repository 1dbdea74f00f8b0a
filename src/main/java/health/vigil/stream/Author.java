package health.vigil.stream;

import java.util.Optional;

/// Who entered an observation.
///
/// @param role    the word of the role, under which it was entered
/// @param address from which network address
public record Author(String username, Optional<String> role, Optional<String> address) {}
