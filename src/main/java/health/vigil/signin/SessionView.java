package health.vigil.signin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/// The session as the pages need it.
///
/// @param timeZone of the hospital (IANA), in which the pages show and take times
/// @param at the time of this answer by the service's clock
record SessionView(@JsonUnwrapped UserView user, String timeZone, Instant at) {}
