package health.vigil.account;

import health.vigil.access.AccessSettings;
import health.vigil.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/// The credentials file of this machine, while the service runs.
@Singleton
class OwnCredentials {
    private final AccessSettings settings;

    OwnCredentials(AccessSettings settings) {
        this.settings = settings;
    }

    /// Fails if an identity provider manages the accounts.
    void require() {
        if (settings.folder().isEmpty()) {
            throw ProblemException.notFound("The hospital's identity provider manages the accounts");
        }
    }

    /// Issues new credentials and stores them in the file, if the account has an entry.
    IssuedCredentials replace(Supplier<IssuedCredentials> issuing) {
        try {
            return CredentialsFile.in(settings.folder().orElseThrow()).replace(issuing);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
