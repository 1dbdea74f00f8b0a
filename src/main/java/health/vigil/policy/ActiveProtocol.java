package health.vigil.policy;

import health.vigil.context.ContextPolicy;
import health.vigil.protocol.ProtocolTable;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Reads the hospital's protocol. A file with a fault stops the start.
final class ActiveProtocol {
    @Produces
    @Singleton
    @Startup(ConfigurationCheck.FIRST)
    ProtocolTable protocol(ProtocolSettings settings, ContextPolicy context) {
        return ConfigurationCheck.under(
                "vigil.protocol",
                () -> settings.file()
                        .map(file -> ProtocolFile.read(file, context))
                        .orElse(ProtocolTable.NONE));
    }
}
