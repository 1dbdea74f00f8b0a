package health.vigil.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How users are authenticated.
@ConfigMapping(prefix = "vigil.access")
public interface AccessSettings {
    /// The folder with the signing key and `credentials.json` of this machine's own accounts. Absent: tokens
    /// of an identity provider are verified with its published keys (`mp.jwt.verify.*`).
    Optional<Path> folder();

    /// Whether the folder was created at this start, so that stored accounts are outdated.
    @WithDefault("false")
    boolean fresh();

    /// How long a sign-in to the pages lasts, and how long each renewal lasts: one shift.
    @WithDefault("PT12H")
    Duration session();

    /// How long after the sign-in a person's session can still be renewed: two short shifts.
    @WithDefault("PT16H")
    Duration longestSession();

    /// The same for a display (role `dashboard`), which renews its session by itself.
    @WithDefault("P90D")
    Duration displaySession();

    /// Whether browsers may send the session cookie over TLS only. Set this if a proxy terminates TLS.
    @WithDefault("false")
    boolean secureCookie();

    /// How long a process may still accept a revoked token that it has just verified.
    @WithDefault("PT5S")
    Duration remembered();

    /// The provider's claim with the names of a user's wards; `*` stands for all. A user without it sees no
    /// ward.
    @WithDefault("wards")
    String wardsClaim();

    /// The provider's claim with the id of the token's device; `*` for a gateway of many devices. A device
    /// without it is rejected.
    @WithDefault("device_id")
    String deviceClaim();

    /// The provider's claim with the number of the patient for whom a patient or a caregiver enters. Without it
    /// these two roles are rejected.
    @WithDefault("patient_id")
    String patientClaim();
}
