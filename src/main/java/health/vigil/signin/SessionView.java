package health.vigil.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;

/// The session as the pages need it.
///
/// @param timeZone of the hospital (IANA), in which the pages show and take times
/// @param at the time of this answer by the service's clock
/// @param expiresAt when the session ends unless it is renewed; absent for a token that is no session of the pages
/// @param renewableUntil no renewal lasts longer than this; absent if the session cannot be renewed, or not by
///     this role
/// @param language of the pages, if the user chose one
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SessionView(
        @JsonUnwrapped UserView user,
        String timeZone,
        Instant at,
        Optional<Instant> expiresAt,
        Optional<Instant> renewableUntil,
        Optional<String> language) {}
