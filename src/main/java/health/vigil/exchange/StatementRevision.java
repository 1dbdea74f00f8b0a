package health.vigil.exchange;

import java.util.Map;

/// What distinguishes one revision of a statement. It is computed once for each message: a hash costs a reading of
/// its part.
///
/// @param partHashes the hash of each part, by the part's name
public record StatementRevision(SourceToken token, Map<String, String> partHashes) {
    public StatementRevision {
        partHashes = Map.copyOf(partHashes);
    }
}
