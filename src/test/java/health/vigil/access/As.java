package health.vigil.access;

import health.vigil.account.CredentialsFile;
import health.vigil.account.IssuedCredentials;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;

import static io.restassured.RestAssured.given;

/// Requests with the accounts of the service's first start.
public final class As {
    private As() {}

    /// A request with this role's token.
    public static RequestSpecification role(Role role) {
        return given().auth().oauth2(issued(role).token());
    }

    /// This role's token, for clients of another kind.
    public static String token(Role role) {
        return issued(role).token();
    }

    public static IssuedCredentials issued(Role role) {
        try {
            return Objects.requireNonNull(CredentialsFile.in(folder()).read().get(role));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    public static Path folder() {
        return ConfigProvider.getConfig().getValue("vigil.access.folder", Path.class);
    }
}
