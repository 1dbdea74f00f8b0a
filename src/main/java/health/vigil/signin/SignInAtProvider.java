package health.vigil.signin;

import health.vigil.problem.ProblemException;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Whether people sign in through the hospital's identity provider. Otherwise they sign in here, or at a
/// proxy in front of the service.
@Singleton
public class SignInAtProvider {
    static final String SETTING = "quarkus.oidc.tenant-enabled";

    private final boolean offered;

    SignInAtProvider(@ConfigProperty(name = SETTING) boolean offered) {
        this.offered = offered;
    }

    public boolean offered() {
        return offered;
    }

    void require() {
        if (!offered) {
            throw ProblemException.notFound("Sign-in through an identity provider is not configured");
        }
    }
}
