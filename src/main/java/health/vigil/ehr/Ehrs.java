package health.vigil.ehr;

import health.vigil.access.HospitalWards;
import health.vigil.access.Wards;
import health.vigil.ehr.CdsSettings.EhrSettings;
import health.vigil.role.ActiveRoles;
import health.vigil.role.ServiceRole;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/// The configured EHRs. A fault of the settings stops the start.
@Singleton
class Ehrs {
    private static final int FIRST = 1;
    private static final String EVERY_WARD = "*";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
    private static final Set<String> ALGORITHMS = Set.of("RS256", "RS384", "ES256", "ES384");

    /// A token with an unknown key makes the service read the keys at once, but at most once a minute.
    private static final long READ_AGAIN_MILLIS = 60_000;

    private static final long CACHED_SECONDS = 600;

    /// While an EHR's keys cannot be read, the known ones stay valid, and the service tries again every minute.
    private static final long RETRY_SECONDS = 60;

    private final CdsSettings settings;
    private final HospitalWards wards;
    private final PublicAddress address;
    private final EhrHttp http;
    private final ActiveRoles roles;
    private volatile Map<String, Ehr> byIssuer = Map.of();

    Ehrs(CdsSettings settings, HospitalWards wards, PublicAddress address, EhrHttp http, ActiveRoles roles) {
        this.settings = settings;
        this.wards = wards;
        this.address = address;
        this.http = http;
        this.roles = roles;
    }

    void load(@Observes @Priority(FIRST) StartupEvent started) {
        var faults = faults(settings, address.configured());
        if (!faults.isEmpty()) {
            throw new ConfigurationException("Vigil does not start. " + String.join(". ", faults) + ".");
        }
        if (!settings.clients().isEmpty() && roles.include(ServiceRole.SERVE)) {
            var all = new HashMap<String, Ehr>();
            settings.clients().forEach((name, ehr) -> all.put(ehr.issuer(), of(name, ehr)));
            byIssuer = Map.copyOf(all);
        }
    }

    /// What is wrong with the settings.
    static List<String> faults(CdsSettings settings, Optional<String> address) {
        var faults = new ArrayList<String>();
        if (settings.clients().isEmpty()) {
            return faults;
        }
        PublicAddress.fault(address).ifPresent(faults::add);
        var issuers =
                settings.clients().values().stream().map(EhrSettings::issuer).collect(Collectors.toSet());
        if (issuers.size() < settings.clients().size()) {
            faults.add("Two clients below vigil.cds.clients have the same issuer");
        }
        settings.clients().forEach((name, ehr) -> check(name, ehr, faults));
        return faults;
    }

    private static void check(String name, EhrSettings ehr, List<String> faults) {
        var setting = "vigil.cds.clients." + name;
        if (!NAME.matcher(name).matches()) {
            faults.add(setting + " must have a name of at most 32 letters, digits, underscores and hyphens");
        }
        if (ehr.issuer().isBlank()) {
            faults.add(setting + ".issuer is blank");
        }
        if (!PublicAddress.isSecure(ehr.jwks())) {
            faults.add(setting + ".jwks must be an https address");
        }
        if (ehr.algorithms().isEmpty() || !ALGORITHMS.containsAll(ehr.algorithms())) {
            faults.add(setting + ".algorithms may be RS384, ES384, RS256 and ES256 only");
        }
    }

    private Ehr of(String name, EhrSettings ehr) {
        var published = new HttpsJwks(ehr.jwks());
        published.setSimpleHttpGet(new EhrKeySource(name, http));
        published.setDefaultCacheDuration(CACHED_SECONDS);
        published.setRefreshReprieveThreshold(READ_AGAIN_MILLIS);
        published.setRetainCacheOnErrorDuration(RETRY_SECONDS);
        return new Ehr(
                name,
                ehr.issuer(),
                wards(name, ehr),
                ehr.algorithms().stream().sorted().toList(),
                new HttpsJwksVerificationKeyResolver(published));
    }

    private Wards wards(String name, EhrSettings ehr) {
        return ehr.wards().contains(EVERY_WARD)
                ? Wards.ALL
                : Wards.of(ehr.wards().stream()
                        .map(ward -> wards.spelling("vigil.cds.clients." + name + ".wards", ward))
                        .collect(Collectors.toSet()));
    }

    /// Whether cards are offered at all.
    boolean offered() {
        return !byIssuer.isEmpty();
    }

    Optional<Ehr> ofIssuer(String issuer) {
        return Optional.ofNullable(byIssuer.get(issuer));
    }

    /// The address of Vigil.
    String base() {
        return address.text();
    }
}
