package health.vigil.signin;

import health.vigil.problem.ProblemException;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Whether people sign in to the pages at the hospital's identity provider. Where they do not, they do here, or a proxy
/// in front of the service does it for them.
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
            throw ProblemException.notFound("People do not sign in at an identity provider here");
        }
    }
}
