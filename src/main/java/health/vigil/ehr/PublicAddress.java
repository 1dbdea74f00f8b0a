package health.vigil.ehr;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The address at which people and other systems reach Vigil. The host that a request names does not count:
/// anybody can name any.
@Singleton
class PublicAddress {
    private final Optional<String> configured;

    PublicAddress(@ConfigProperty(name = "vigil.public-address") Optional<String> configured) {
        this.configured = configured;
    }

    /// Without a slash at its end.
    String text() {
        return configured.orElseThrow();
    }

    /// What is wrong with it, if it is needed.
    static Optional<String> fault(Optional<String> address) {
        return address.filter(text -> isSecure(text) && !text.endsWith("/")).isPresent()
                ? Optional.empty()
                : Optional.of("vigil.public-address must be the https address of Vigil, without a slash at its end");
    }

    Optional<String> configured() {
        return configured;
    }

    /// Whether a text is an https address without a user and a fragment. Without TLS somebody else could answer.
    static boolean isSecure(String text) {
        try {
            var address = new URI(text);
            return "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
