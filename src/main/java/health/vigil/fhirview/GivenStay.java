package health.vigil.fhirview;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;

/// A reported stay to give out.
///
/// @param number ours, which its id is made of
/// @param sender who reported it
/// @param visit its number in the words of the sender
/// @param place the ward, else the place in the words of the sender
/// @param category as it was sent: inpatient, outpatient and the like
/// @param updatedAt when it was last changed
public record GivenStay(
        long number,
        String sender,
        String visit,
        PatientId subject,
        EncounterStatus status,
        Optional<String> place,
        Optional<String> bed,
        Optional<String> category,
        Optional<Instant> from,
        Optional<Instant> until,
        Instant updatedAt) {}
