package health.vigil.ehr;

import health.vigil.ehr.EhrHttp.EhrResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;

/// Reads the published keys of an EHR.
///
/// @param ehr the name in the log
record EhrKeySource(String ehr, EhrHttp http) implements SimpleGet {
    private static final Logger LOG = Logger.getLogger(EhrKeySource.class);

    /// The part of a response that the keys are read from.
    private record KeyResponse(EhrResponse from) implements SimpleResponse {
        @Override
        public int getStatusCode() {
            return from.head().statusCode();
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public Collection<String> getHeaderNames() {
            return from.head().headers().map().keySet();
        }

        @Override
        public List<String> getHeaderValues(String name) {
            return from.head().headers().allValues(name);
        }

        @Override
        public String getBody() {
            return from.text();
        }
    }

    @Override
    public SimpleResponse get(String location) throws IOException {
        try {
            return new KeyResponse(http.get(URI.create(location)));
        } catch (IOException unreachable) {
            LOG.warnf("The keys of the EHR %s cannot be read: what it signs is refused", ehr);
            throw unreachable;
        }
    }
}
