package health.vigil.access;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/// Refuses to start in production with nothing, a blank or everybody's password where a secret or an issuer belongs.
@Singleton
class StartCheck {
    private static final Logger LOG = Logger.getLogger(StartCheck.class);

    /// What every attacker tries first.
    private static final Set<String> EVERYBODYS =
            Set.of("password", "postgres", "vigil", "quarkus", "secret", "changeme", "change-me", "admin", "123456");

    private static final List<String> PROVIDER =
            List.of("mp.jwt.verify.publickey.location", "mp.jwt.verify.issuer", "mp.jwt.verify.audiences");

    private final Config config;
    private final AccessOptions options;

    StartCheck(Config config, AccessOptions options) {
        this.config = config;
        this.options = options;
    }

    void check(@Observes StartupEvent started) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            var wrong = wrong();
            if (!wrong.isEmpty()) {
                throw new IllegalStateException("Vigil does not start like this: " + String.join("; ", wrong));
            }
            if (value("vigil.quarantine.key").isEmpty()) {
                LOG.warn("vigil.quarantine.key is not set: what waits in quarantine is kept as it came");
            }
        }
    }

    List<String> wrong() {
        var wrong = new ArrayList<String>();
        if (options.folder().isEmpty()) {
            PROVIDER.stream()
                    .filter(name -> value(name).isEmpty())
                    .map(name -> name + " must name the hospital's identity provider")
                    .forEach(wrong::add);
        }
        if (value("quarkus.datasource.password").filter(StartCheck::everybodys).isPresent()) {
            wrong.add("quarkus.datasource.password is one that everybody knows");
        }
        return wrong;
    }

    private Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    private static boolean everybodys(String password) {
        return EVERYBODYS.contains(password.toLowerCase(Locale.ROOT));
    }
}
