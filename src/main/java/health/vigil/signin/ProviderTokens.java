package health.vigil.signin;

import health.vigil.access.AccessSettings;
import health.vigil.access.TokenServer;
import io.quarkus.oidc.OidcConfigurationMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/// The token endpoint that the hospital configured, else the one of the identity provider of the pages.
@ApplicationScoped
class ProviderTokens implements TokenServer {
    private final AccessSettings access;
    private final TokenServerSettings settings;
    private final SignInAtProvider provider;
    private final Instance<OidcConfigurationMetadata> metadata;

    ProviderTokens(
            AccessSettings access,
            TokenServerSettings settings,
            SignInAtProvider provider,
            Instance<OidcConfigurationMetadata> metadata) {
        this.access = access;
        this.settings = settings;
        this.provider = provider;
        this.metadata = metadata;
    }

    @Override
    public boolean configured() {
        return access.folder().isEmpty() && (settings.tokenEndpoint().isPresent() || provider.offered());
    }

    @Override
    public Optional<TokenAddresses> addresses() {
        if (!configured()) {
            return Optional.empty();
        }
        return settings.tokenEndpoint()
                .map(token -> new TokenAddresses(Optional.empty(), Optional.empty(), Optional.empty(), token))
                .or(() -> ofProvider(metadata.get()));
    }

    private static Optional<TokenAddresses> ofProvider(OidcConfigurationMetadata known) {
        return Optional.ofNullable(known.getTokenUri())
                .map(token -> new TokenAddresses(
                        Optional.ofNullable(known.getIssuer()),
                        Optional.ofNullable(known.getJsonWebKeySetUri()),
                        Optional.ofNullable(known.getAuthorizationUri()),
                        token));
    }
}
