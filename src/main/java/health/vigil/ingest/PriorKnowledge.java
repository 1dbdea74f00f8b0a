package health.vigil.ingest;

import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.intake.json.ContentHash;
import health.vigil.observation.Kind;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.store.Bindings.DeviceAtTime;
import health.vigil.store.Identities.Identity;
import health.vigil.store.Identities.PriorIdentity;
import health.vigil.store.VisibleStays.CurrentWard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the database knew about a message's observations when they arrived. It may know nothing: it was away, or the
/// monitor has not come to it yet. The monitor has the last word on all of it.
///
/// @param identities what was accepted before, of all senders, by the ids that they gave it
/// @param patients to whom each device was bound at the time of its reading
/// @param firstInfusions when each patient's first infusion was; empty for one without any episode
/// @param neverStarted the submissions that change an infusion which nothing started
/// @param merged the numbers that are read as another, with that one
/// @param wards the ward of each patient's latest episode; asked only for users of certain wards
record PriorKnowledge(
        Map<String, List<PriorIdentity>> identities,
        Map<DeviceAtTime, PatientId> patients,
        Map<PatientId, Optional<Instant>> firstInfusions,
        Set<ObservationId> neverStarted,
        Map<PatientId, PatientId> merged,
        Map<PatientId, CurrentWard> wards) {
    static final PriorKnowledge NOTHING =
            new PriorKnowledge(Map.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of());

    /// Whether the same was dealt with before.
    boolean repeats(Submission submission, ContentHash hash) {
        return of(submission.id().value()).stream()
                .filter(known -> !known.senderKnown() || known.identity().id().equals(submission.id()))
                .anyMatch(known -> known.dealtWith() && known.identity().hash().equals(hash.hex()));
    }

    private List<PriorIdentity> of(String id) {
        return identities.getOrDefault(id, List.of());
    }

    Optional<Kind> kind(ObservationId id) {
        return of(id.value()).stream()
                .map(PriorIdentity::identity)
                .filter(known -> known.id().equals(id))
                .findFirst()
                .map(Identity::kind);
    }

    /// The observations with an id of whom an observation is about, whoever sent them.
    List<ObservationId> ofThePatient(String id, Submission submission) {
        return of(id).stream()
                .map(PriorIdentity::identity)
                .filter(known -> known.patient().isPresent()
                        && known.patient()
                                .map(this::standing)
                                .equals(patient(submission).map(this::standing)))
                .map(Identity::id)
                .sorted()
                .toList();
    }

    /// The patient that an observation is about, as far as anyone knows.
    Optional<PatientId> patient(Submission submission) {
        return switch (submission.subject()) {
            case Subject.ByPatient(var patientId) -> Optional.of(patientId);
            case Subject.ByDevice(var deviceId) ->
                Optional.ofNullable(patients.get(new DeviceAtTime(deviceId, submission.effectiveAt())));
        };
    }

    /// The key that an observation travels under: the number that stands for the patient, the device's id where no
    /// patient is known.
    String key(Submission submission) {
        return switch (submission.subject()) {
            case Subject.ByPatient(var patientId) -> standing(patientId).value();
            case Subject.ByDevice(var deviceId) ->
                patient(submission).map(this::standing).map(PatientId::value).orElse(deviceId.value());
        };
    }

    private PatientId standing(PatientId number) {
        return merged.getOrDefault(number, number);
    }

    /// When the patient's first infusion was, if that is known: empty for a patient without any episode.
    Optional<Optional<Instant>> firstInfusion(Submission submission) {
        return patient(submission).flatMap(patient -> Optional.ofNullable(firstInfusions.get(patient)));
    }

    boolean neverStarted(Submission submission) {
        return neverStarted.contains(submission.id());
    }

    Optional<CurrentWard> ward(Submission submission) {
        return patient(submission).flatMap(patient -> Optional.ofNullable(wards.get(patient)));
    }
}
