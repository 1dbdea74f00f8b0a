package health.vigil.account;

import health.vigil.access.AccessSettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;

/// Stores the accounts of the credentials file at startup.
@Singleton
class FirstAccounts {
    private final Accounts accounts;
    private final AccessSettings settings;

    FirstAccounts(Accounts accounts, AccessSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    void adopt(@Observes StartupEvent started) throws IOException {
        if (settings.folder().isPresent()) {
            adopt(settings.folder().get());
        }
    }

    private void adopt(Path folder) throws IOException {
        var file = CredentialsFile.in(folder);
        if (file.exists()) {
            file.read().forEach((role, issued) -> accounts.adopt(role, issued, settings.fresh()));
        }
    }
}
