package health.vigil.access;

import health.vigil.observation.Word;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;

/// Who makes the request that is being answered. Only for endpoints that ask for a role: nobody else is known.
@RequestScoped
public class CurrentUser {
    /// The identity's attributes that say more than its name and role.
    public static final String DEVICE = "vigil.device";

    public static final String WARDS = "vigil.wards";
    public static final String SESSION = "vigil.session";

    private final SecurityIdentity identity;
    private final CredentialCheck credentials;

    CurrentUser(SecurityIdentity identity, CredentialCheck credentials) {
        this.identity = identity;
        this.credentials = credentials;
    }

    /// A value that outlives the request, for streams.
    public User user() {
        return of(identity);
    }

    public static User of(SecurityIdentity identity) {
        return new User(identity.getPrincipal().getName(), role(identity), deviceId(identity), wards(identity));
    }

    public String username() {
        return identity.getPrincipal().getName();
    }

    public Role role() {
        return role(identity);
    }

    private static Role role(SecurityIdentity identity) {
        return Role.strongest(identity.getRoles().stream().flatMap(name -> Word.of(Role.class, name).stream()))
                .orElseThrow(() -> new IllegalStateException("Asked for the role of a user who has none"));
    }

    /// The one device this credential stands for: it posts under this id only.
    public Optional<String> deviceId() {
        return deviceId(identity);
    }

    private static Optional<String> deviceId(SecurityIdentity identity) {
        return Optional.ofNullable(identity.<String>getAttribute(DEVICE));
    }

    public Wards wards() {
        return wards(identity);
    }

    private static Wards wards(SecurityIdentity identity) {
        return Optional.ofNullable(identity.<Wards>getAttribute(WARDS)).orElse(Wards.of(Set.of()));
    }

    /// How long the user goes on to be let in, for streams.
    public CredentialValidity credentialValidity() {
        return credentials.of(identity);
    }

    /// Whether a patient of this ward exists, as far as this user is told: where not, answer 404.
    public boolean maySee(String ward) {
        return wards().include(ward);
    }
}
