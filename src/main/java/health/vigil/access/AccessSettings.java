package health.vigil.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How users are known.
@ConfigMapping(prefix = "vigil.access")
public interface AccessSettings {
    /// Where this machine's own accounts keep their key and `credentials.json`. Absent: an identity provider's tokens
    /// are verified with its published keys (`mp.jwt.verify.*`).
    Optional<Path> folder();

    /// Whether the folder was made at this start, so that what the tables know of its accounts is out of date.
    @WithDefault("false")
    boolean fresh();

    /// How long a sign-in to the pages holds: one shift.
    @WithDefault("PT12H")
    Duration session();

    /// Whether browsers may send the session only over TLS. Set it where a proxy ends TLS in front of the service.
    @WithDefault("false")
    boolean secureCookie();

    /// How long a revoked token may still be taken by a process that has just seen it.
    @WithDefault("PT5S")
    Duration remembered();

    /// The provider's claim with the names of a user's wards; `*` in it stands for all. Without it a user sees none.
    @WithDefault("wards")
    String wardsClaim();

    /// The provider's claim with the id of the device that a token was made for; `*` for a gateway of many. A device
    /// without it is not let in.
    @WithDefault("device_id")
    String deviceClaim();
}
