package health.vigil.exchange;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Optional;

/// What another system says about a patient and a stay. It never makes or ends an episode.
///
/// @param patient the patient; of two numbers that are merged the surviving one
/// @param visit the number of the stay
/// @param category inpatient, outpatient and the like, as sent
/// @param from the begin of the stay
/// @param until its end
/// @param other the number that was merged into `patient`, or that is separated from it
/// @param dead whether the patient is said to have died
/// @param changedAt when the event happened; an older event changes nothing
public record StayReport(
        StayChange change,
        PatientId patient,
        Optional<String> visit,
        Optional<String> category,
        Place place,
        Person person,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<PatientId> other,
        boolean dead,
        Optional<Instant> changedAt) {}
