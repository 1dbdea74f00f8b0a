package health.vigil.ehr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.api.Request;
import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import health.vigil.json.StrictJson;
import health.vigil.json.StrictJson.Parsed;
import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import java.util.Optional;
import java.util.regex.Pattern;

/// A request for cards (CDS Hooks 2.0, `patient-view`). Only what is needed is read: neither the FHIR server of
/// the EHR nor its token, which nothing here ever calls or logs.
///
/// @param user the user of the EHR, which grants nothing
/// @param patient the prefetched Patient
record CdsCall(String user, EhrPatient patient) {
    static final String HOOK = "patient-view";

    private static final int NAME = 128;

    /// The cards are for staff, so patients and relatives get none.
    private static final Pattern STAFF = Pattern.compile("(?:Practitioner|PractitionerRole)/[A-Za-z0-9.-]{1,64}");

    private record HookContext(String user, String patient) {
        static Optional<HookContext> read(Fields fields) {
            var user = fields.need("userId", Shapes.text(NAME));
            var patient = fields.need("patientId", Shapes.text(NAME));
            return fields.whenSound(() -> new HookContext(user.orElseThrow(), patient.orElseThrow()));
        }
    }

    private static Optional<HookContext> read(Fields fields) {
        fields.need("hook", Shapes.text(NAME).where(HOOK::equals, "must be " + HOOK));
        fields.need("hookInstance", Shapes.text(NAME));
        return fields.need("context", Fields.object(HookContext::read));
    }

    /// @throws ProblemException 400 for what is no call of this hook, 412 without the prefetched Patient
    static CdsCall read(byte[] sent) {
        var body = object(sent);
        var context = Request.read(body, CdsCall::read);
        if (!STAFF.matcher(context.user()).matches()) {
            throw ProblemException.invalid("context.userId", "must be a Practitioner or a PractitionerRole");
        }
        var prefetched = body.path("prefetch").path("patient");
        if (!prefetched.path("resourceType").asText().equals("Patient")) {
            throw missing("prefetch.patient must be the Patient: Vigil reads nothing from the calling system");
        }
        return EhrPatient.of(prefetched, context.patient())
                .map(patient -> new CdsCall(context.user(), patient))
                .orElseThrow(() -> ProblemException.invalid("prefetch.patient.id", "is not context.patientId"));
    }

    private static ObjectNode object(byte[] sent) {
        return switch (StrictJson.parseFhir(sent)) {
            case Parsed.Value(ObjectNode object) -> object;
            case Parsed.Value _ -> throw ProblemException.badRequest("The body is not a JSON object");
            case Parsed.Malformed(var fault) -> throw ProblemException.badRequest("The body " + fault);
        };
    }

    /// The patient's identifier in the hospital's system.
    ///
    /// @throws ProblemException 412 without exactly one
    String identifier(String system) {
        return patient.identifier(system)
                .orElseThrow(
                        () -> missing("prefetch.patient must have one identifier in the hospital's system of patient"
                                + " ids (vigil.fhir.patient-system)"));
    }

    private static ProblemException missing(String detail) {
        return new ProblemException(Problem.of(412, detail));
    }
}
