package health.vigil.signin;

import health.vigil.access.AccessSettings;
import health.vigil.access.FhirScopes;
import health.vigil.access.Role;
import health.vigil.access.User;
import health.vigil.access.Wards;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Singleton;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Reads a user from the claims of an identity provider's token. A missing claim grants nothing.
@Singleton
class ProviderClaims {
    /// Every ward, or every device of a gateway.
    private static final String EVERY = "*";

    private final AccessSettings settings;

    ProviderClaims(AccessSettings settings) {
        this.settings = settings;
    }

    /// @param roles the names in the token's roles claim; only some may be roles of this service
    User user(JsonWebToken token, Set<String> roles) {
        var role = Role.strongest(roles.stream().flatMap(name -> Word.of(Role.class, name).stream()))
                .or(() -> scope(token).flatMap(SmartScopes::role))
                .orElseThrow(() -> new ForbiddenException("No role of this service"));
        return new User(token.getName(), role, device(token, role), patient(token, role), wards(token, role));
    }

    /// A patient or a caregiver without a number may enter for nobody.
    private Optional<PatientId> patient(JsonWebToken token, Role role) {
        if (!role.entersFromHome()) {
            return Optional.empty();
        }
        var number = token.<Object>claim(settings.patientClaim())
                .map(ProviderClaims::text)
                .filter(PatientId::accepts)
                .orElseThrow(() -> new ForbiddenException("A patient or a caregiver without a patient's number"));
        return Optional.of(new PatientId(number));
    }

    /// What the scopes of a token allow. Tokens of our own have none.
    static FhirScopes scopes(JsonWebToken token) {
        return scope(token).map(FhirScopes::of).orElse(FhirScopes.UNLIMITED);
    }

    /// Separated by spaces; some providers write a list, and some call it `scp`.
    private static Optional<String> scope(JsonWebToken token) {
        return token.<Object>claim("scope")
                .or(() -> token.<Object>claim("scp"))
                .map(claim -> claim instanceof JsonArray several
                        ? several.stream().map(ProviderClaims::text).collect(Collectors.joining(" "))
                        : text(claim));
    }

    private Optional<String> device(JsonWebToken token, Role role) {
        var device = token.<Object>claim(settings.deviceClaim()).map(ProviderClaims::text);
        if (role == Role.DEVICE && device.isEmpty()) {
            throw new ForbiddenException("A device without an id");
        }
        return device.filter(id -> !id.equals(EVERY));
    }

    /// Administrators are not restricted to wards. A role at home sees none.
    private Wards wards(JsonWebToken token, Role role) {
        if (role.entersFromHome()) {
            return Wards.of(Set.of());
        }
        return role == Role.ADMIN ? Wards.ALL : wards(token);
    }

    private Wards wards(JsonWebToken token) {
        var names = token.<Object>claim(settings.wardsClaim())
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .map(array -> array.stream().map(ProviderClaims::text).collect(Collectors.toSet()))
                .orElse(Set.of());
        return names.contains(EVERY) ? Wards.ALL : Wards.of(names);
    }

    private static String text(Object claim) {
        return claim instanceof JsonString string ? string.getString() : String.valueOf(claim);
    }
}
