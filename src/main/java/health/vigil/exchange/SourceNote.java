package health.vigil.exchange;

import java.util.Map;
import java.util.Optional;

/// What a record of the stream says about the statement that it belongs to.
///
/// @param key of the statement, in hexadecimal digits
/// @param type the kind of source
/// @param businessId by what the sender recognises the statement
/// @param logicalId the sender's own id in a PUT, if the statement is recognised by something else
/// @param token of this revision, in hexadecimal digits
/// @param parts the hash of each part of this revision, by its name; empty for a withdrawal
public record SourceNote(
        String key,
        String type,
        String businessId,
        Optional<String> logicalId,
        String token,
        Map<String, String> parts,
        SourceRevision revision) {
    public SourceNote {
        parts = Map.copyOf(parts);
    }

    /// The same with the sender's own id of a PUT.
    public SourceNote withLogicalId(Optional<String> id) {
        return new SourceNote(key, type, businessId, id, token, parts, revision);
    }

    /// The id of the retraction of an observation that no longer stands.
    ///
    /// @param key of the statement
    /// @param token of the revision because of which it does not stand
    public static String retractionId(String key, String token, String observation) {
        return SourceToken.retractionId(key, token, observation);
    }
}
