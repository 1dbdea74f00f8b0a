package health.vigil.ehr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;

/// What an EHR says about its authorization server.
///
/// @param issuer of its ID tokens
/// @param keys where its keys are
record EhrServer(URI authorization, URI token, String issuer, String keys) {
    static final String PLACE = ".well-known/smart-configuration";

    /// Every address must have TLS.
    ///
    /// @throws IOException if something is missing
    static EhrServer read(ObjectNode configuration) throws IOException {
        return new EhrServer(
                URI.create(address(configuration, "authorization_endpoint")),
                URI.create(address(configuration, "token_endpoint")),
                address(configuration, "issuer"),
                address(configuration, "jwks_uri"));
    }

    private static String address(ObjectNode configuration, String name) throws IOException {
        var text = configuration.path(name).asText();
        if (!PublicAddress.isSecure(text)) {
            throw new IOException("The configuration of an EHR lacks " + name);
        }
        return text;
    }
}
