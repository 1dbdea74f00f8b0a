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
import java.util.stream.Stream;
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

    private static final int SECRET = 32;

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
        if (config.getOptionalValue(SignInAtProvider.SETTING, Boolean.class).orElse(false)) {
            signIn().forEach(wrong::add);
        }
        if (value("quarkus.datasource.password").filter(StartCheck::everybodys).isPresent()) {
            wrong.add("quarkus.datasource.password is one that everybody knows");
        }
        return wrong;
    }

    /// What a browser keeps between leaving and coming back is sealed with the client's secret: one process seals it,
    /// another opens it.
    private Stream<String> signIn() {
        var own = options.folder().map(_ -> SignInAtProvider.SETTING + " is for a service without accounts of its own");
        var secret = Optional.of("quarkus.oidc.credentials.secret must have at least 32 characters")
                .filter(_ -> value("quarkus.oidc.credentials.secret")
                        .filter(text -> text.length() >= SECRET)
                        .isEmpty());
        return Stream.of(own, secret).flatMap(Optional::stream);
    }

    private Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    private static boolean everybodys(String password) {
        return EVERYBODYS.contains(password.toLowerCase(Locale.ROOT));
    }
}
