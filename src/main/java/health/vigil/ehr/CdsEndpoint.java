package health.vigil.ehr;

import java.util.Arrays;
import java.util.Optional;

/// What an EHR calls with a token of its own.
enum CdsEndpoint {
    SERVICE(CdsEndpoint.PATH),
    FEEDBACK(CdsEndpoint.PATH + "/feedback");

    /// The id of the service, which is part of its address.
    static final String ID = "vigil-toxicity";

    private static final String PATH = "/cds-services/" + ID;

    private final String path;

    CdsEndpoint(String path) {
        this.path = path;
    }

    /// The endpoint at a path.
    static Optional<CdsEndpoint> at(String path) {
        return Arrays.stream(values())
                .filter(endpoint -> path.equals(endpoint.path) || path.equals(endpoint.path + "/"))
                .findFirst();
    }

    /// The audiences of a token for this endpoint. EHRs send feedback with a token for the service or for the
    /// address of the feedback.
    String[] audiences(String base) {
        return this == SERVICE ? new String[] {base + PATH} : new String[] {base + PATH, base + path};
    }
}
