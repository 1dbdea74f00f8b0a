package health.vigil.account;

import health.vigil.access.AccessOptions;
import health.vigil.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The credentials file of this machine's own accounts, while the service runs.
@Singleton
class OwnCredentials {
    private final AccessOptions options;

    OwnCredentials(AccessOptions options) {
        this.options = options;
    }

    /// There are no accounts here where an identity provider keeps them.
    void require() {
        if (options.folder().isEmpty()) {
            throw ProblemException.notFound("Accounts are kept by the hospital's identity provider");
        }
    }

    void keep(Issued issued) {
        options.folder()
                .map(CredentialsFile::in)
                .filter(CredentialsFile::exists)
                .ifPresent(file -> {
                    try {
                        file.replace(issued);
                    } catch (IOException full) {
                        throw new UncheckedIOException(full);
                    }
                });
    }
}
