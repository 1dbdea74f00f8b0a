package health.vigil.ingest.hl7;

import io.quarkus.arc.Arc;

/// Where the service under test listens for HL7 messages, for tests of other packages.
public final class MllpPort {
    private MllpPort() {}

    public static int current() {
        return Arc.container().select(MllpServer.class).get().port().orElseThrow();
    }
}
