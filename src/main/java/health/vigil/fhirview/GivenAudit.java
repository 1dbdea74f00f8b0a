package health.vigil.fhirview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An entry of the audit trail to give out.
///
/// @param actor the name of an account, or what was claimed
/// @param role absent if nobody was authenticated
/// @param request the method and the path, or the name of another action
/// @param code of the kind of action in FHIR
/// @param patients whom the entry is about
/// @param source the network address
/// @param status of HTTP
public record GivenAudit(
        long number,
        Instant at,
        String actor,
        Optional<String> role,
        String request,
        String code,
        List<String> patients,
        String source,
        int status,
        Optional<String> reason) {
    public GivenAudit {
        patients = List.copyOf(patients);
    }
}
