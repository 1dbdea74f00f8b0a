package health.vigil.signin;

import health.vigil.access.AccessSettings;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Refuses to start in production if a secret or an issuer is missing, blank or a common default. It runs
/// before the database is touched and fails with one sentence.
@Singleton
class StartCheck implements FlywayConfigurationCustomizer {
    private static final int FIRST = 1;

    /// Common default passwords.
    private static final Set<String> EVERYBODYS =
            Set.of("password", "postgres", "vigil", "quarkus", "secret", "changeme", "change-me", "admin", "123456");

    private static final List<String> PROVIDER =
            List.of("mp.jwt.verify.publickey.location", "mp.jwt.verify.issuer", "mp.jwt.verify.audiences");

    private static final int SECRET = 32;

    private final Config config;
    private final AccessSettings settings;

    StartCheck(Config config, AccessSettings settings) {
        this.config = config;
        this.settings = settings;
    }

    @Override
    public void customize(FluentConfiguration schema) {
        check();
    }

    /// Also runs if another process migrates the schema.
    void check(@Observes @Priority(FIRST) StartupEvent started) {
        check();
    }

    private void check() {
        var wrong = LaunchMode.current() == LaunchMode.NORMAL ? wrong() : List.<String>of();
        if (!wrong.isEmpty()) {
            throw new ConfigurationException("Vigil does not start. " + String.join(". ", wrong) + ".");
        }
    }

    List<String> wrong() {
        var wrong = new ArrayList<String>();
        if (settings.folder().isEmpty()) {
            PROVIDER.stream()
                    .filter(name -> value(name).isEmpty())
                    .map(name -> name + " must name the hospital's identity provider")
                    .forEach(wrong::add);
        }
        if (config.getOptionalValue(SignInAtProvider.SETTING, Boolean.class).orElse(false)) {
            signIn().forEach(wrong::add);
        }
        if (value("quarkus.datasource.password").isEmpty()) {
            wrong.add("quarkus.datasource.password is blank");
        }
        if (value("quarkus.datasource.password").filter(StartCheck::everybodys).isPresent()) {
            wrong.add("quarkus.datasource.password is a well-known default");
        }
        if (value("vigil.quarantine.key").isEmpty()) {
            wrong.add("vigil.quarantine.key must be 32 random bytes in Base64: openssl rand -base64 32");
        }
        return wrong;
    }

    /// Checks the client's secret, which encrypts the state that a browser keeps during sign-in. All
    /// processes must share it.
    private Stream<String> signIn() {
        var own = settings.folder()
                .map(_ -> SignInAtProvider.SETTING + " is only for a service without its own" + " accounts");
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
