package health.vigil.access;

import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;

/// The user of the current request. Only for endpoints that require a role, because others may be anonymous.
@RequestScoped
public class CurrentUser {
    /// The attributes of the identity beside its name and role.
    public static final String DEVICE = "vigil.device";

    public static final String PATIENT = "vigil.patient";
    public static final String WARDS = "vigil.wards";
    public static final String SESSION = "vigil.session";
    public static final String SCOPES = "vigil.scopes";

    private final SecurityIdentity identity;
    private final CredentialCheck credentials;

    CurrentUser(SecurityIdentity identity, CredentialCheck credentials) {
        this.identity = identity;
        this.credentials = credentials;
    }

    /// A copy that outlives the request, for streams.
    public User user() {
        return of(identity);
    }

    public static User of(SecurityIdentity identity) {
        return new User(
                identity.getPrincipal().getName(),
                role(identity),
                deviceId(identity),
                Optional.ofNullable(identity.<PatientId>getAttribute(PATIENT)),
                wards(identity));
    }

    public String username() {
        return identity.getPrincipal().getName();
    }

    public Role role() {
        return role(identity);
    }

    private static Role role(SecurityIdentity identity) {
        return Role.strongest(identity.getRoles().stream().flatMap(name -> Word.of(Role.class, name).stream()))
                .orElseThrow(() -> new IllegalStateException("The user has no role"));
    }

    /// The device that this credential belongs to; it may post under this id only.
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

    /// What the SMART scopes of the token allow.
    public FhirScopes scopes() {
        return scopes(identity);
    }

    static FhirScopes scopes(SecurityIdentity identity) {
        return Optional.ofNullable(identity.<FhirScopes>getAttribute(SCOPES)).orElse(FhirScopes.UNLIMITED);
    }

    /// How long the user stays authenticated, for streams.
    public CredentialValidity credentialValidity() {
        return credentials.of(identity);
    }

    /// What another process needs to check later whether the user is still authenticated.
    public CredentialReference credentialReference() {
        return credentials.reference(identity);
    }

    /// Whether the user may know of a patient in this ward. If not, answer 404.
    public boolean maySee(String ward) {
        return wards().include(ward);
    }
}
