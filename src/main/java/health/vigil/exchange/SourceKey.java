package health.vigil.exchange;

import health.vigil.observation.Sender;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Identifies a statement of another system through all its revisions.
///
/// @param type the kind of source: the type of a FHIR resource, or the type of an HL7 message
public record SourceKey(Sender sender, String type, BusinessId businessId) {
    private static final int FHIR_ID_DIGITS = 40;
    private static final Pattern FHIR_ID = Pattern.compile("k[0-9a-f]{40}");

    /// SHA-256 of sender, type and business id.
    public byte[] bytes() {
        return Digests.of(sender.name(), type, businessId.text());
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /// The first hexadecimal digits of the key of a resource; empty if the id is not one of {@link #fhirId()}.
    public static Optional<String> digits(String fhirId) {
        return FHIR_ID.matcher(fhirId).matches() ? Optional.of(fhirId.substring(1)) : Optional.empty();
    }

    /// The id of the statement's resource in FHIR.
    public String fhirId() {
        return "k" + hex().substring(0, FHIR_ID_DIGITS);
    }
}
