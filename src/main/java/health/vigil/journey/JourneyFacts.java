package health.vigil.journey;

import health.vigil.grading.BirthDate;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Optional;

/// The facts of a journey that people keep up to date. Empty parts are not known yet.
///
/// @param coordinator who looks after the journey
/// @param caregiver whether there is one. The phone number is kept elsewhere
/// @param ward where the infusion is planned
public record JourneyFacts(
        PatientId patientId,
        Optional<String> name,
        BirthDate birthDate,
        Optional<String> sex,
        String product,
        Optional<String> indication,
        Optional<String> trial,
        Optional<String> referringHospital,
        Optional<String> coordinator,
        Optional<Boolean> caregiver,
        Optional<Instant> consentAt,
        String ward,
        Optional<Instant> infusionPlannedAt,
        ProductIdentity identity,
        Apheresis apheresis,
        Manufacturing manufacturing,
        Optional<Deviation> outOfSpecification,
        Optional<Bridging> bridging,
        WaitingTime waiting,
        Lymphodepletion lymphodepletion,
        JourneyClosing closing) {}
