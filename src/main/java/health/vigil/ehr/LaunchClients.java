package health.vigil.ehr;

import health.vigil.ehr.LaunchSettings.LaunchingEhr;
import health.vigil.role.ActiveRoles;
import health.vigil.role.ServiceRole;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/// The EHRs that may launch the pages. A fault of the settings stops the start.
@Singleton
class LaunchClients {
    private static final int FIRST = 1;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
    private static final Set<String> ALGORITHMS = Set.of("RS384", "ES384");

    private final LaunchSettings settings;
    private final PublicAddress address;
    private final ActiveRoles roles;
    private volatile Map<String, LaunchClient> byName = Map.of();

    LaunchClients(LaunchSettings settings, PublicAddress address, ActiveRoles roles) {
        this.settings = settings;
        this.address = address;
        this.roles = roles;
    }

    void load(@Observes @Priority(FIRST) StartupEvent started) {
        if (settings.ehrs().isEmpty() || !roles.include(ServiceRole.SERVE)) {
            return;
        }
        PublicAddress.fault(address.configured()).ifPresent(fault -> {
            throw new ConfigurationException("Vigil does not start. " + fault + ".");
        });
        var all = new HashMap<String, LaunchClient>();
        settings.ehrs().forEach((name, ehr) -> all.put(name, client(name, ehr)));
        if (all.values().stream().map(LaunchClient::issuer).distinct().count() < all.size()) {
            throw new ConfigurationException("Vigil does not start. Two EHRs below vigil.smart have the same issuer.");
        }
        byName = Map.copyOf(all);
    }

    static LaunchClient client(String name, LaunchingEhr ehr) {
        if (!NAME.matcher(name).matches()) {
            throw fault(name, " must have a name of at most 32 letters, digits, underscores and hyphens");
        }
        if (!PublicAddress.isSecure(ehr.issuer())) {
            throw fault(name, ".issuer must be an https address");
        }
        if (!ALGORITHMS.contains(ehr.algorithm())) {
            throw fault(name, ".algorithm must be RS384 or ES384");
        }
        var client = new LaunchClient(name, ehr.issuer(), ehr.clientId(), key(name, ehr), ehr.algorithm());
        try {
            client.assertion(ehr.issuer());
        } catch (JoseException unusable) {
            throw fault(name, ".key cannot sign with " + ehr.algorithm());
        }
        return client;
    }

    private static PublicJsonWebKey key(String name, LaunchingEhr ehr) {
        try {
            if (JsonWebKey.Factory.newJwk(Files.readString(ehr.key())) instanceof PublicJsonWebKey key
                    && key.getPrivateKey() != null) {
                if (key.getKeyId() == null || key.getKeyId().isBlank()) {
                    throw fault(name, ".key must have a kid, by which the EHR finds its public half");
                }
                return key;
            }
            throw fault(name, ".key must be a private key (JWK)");
        } catch (IOException | JoseException unreadable) {
            throw fault(name, ".key cannot be read");
        }
    }

    private static ConfigurationException fault(String name, String what) {
        return new ConfigurationException("Vigil does not start. vigil.smart." + name + what + ".");
    }

    /// Whether any EHR may launch the pages.
    boolean offered() {
        return !byName.isEmpty();
    }

    Optional<LaunchClient> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The EHR with this FHIR server, and no other.
    Optional<LaunchClient> ofIssuer(String issuer) {
        return byName.values().stream()
                .filter(client -> client.issuer().equals(issuer))
                .findFirst();
    }
}
