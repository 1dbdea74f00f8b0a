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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the database knew about a message's observations when they arrived. It may know nothing, if it could not
/// be reached or the monitor has not processed earlier records yet. The monitor decides in the end.
///
/// @param identities what was accepted before, from all senders, by their ids
/// @param patients the patient to whom each device was bound at the time of its reading
/// @param firstInfusions the time of each patient's first infusion; empty for a patient without an episode
/// @param neverStarted the submissions that change an infusion which was never started
/// @param merged the numbers that are merged into another one, with that one
/// @param recordedDoses the submissions of a dose that an infusion record may have charted
/// @param wards the ward of each patient's latest episode; read only for users of certain wards
record PriorKnowledge(
        Map<String, List<PriorIdentity>> identities,
        Map<DeviceAtTime, PatientId> patients,
        Map<PatientId, Optional<Instant>> firstInfusions,
        Set<ObservationId> neverStarted,
        Map<PatientId, PatientId> merged,
        Set<ObservationId> recordedDoses,
        Map<PatientId, CurrentWard> wards) {
    static final PriorKnowledge NOTHING =
            new PriorKnowledge(Map.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of());

    /// Knowledge that no dose was asked for.
    PriorKnowledge(
            Map<String, List<PriorIdentity>> identities,
            Map<DeviceAtTime, PatientId> patients,
            Map<PatientId, Optional<Instant>> firstInfusions,
            Set<ObservationId> neverStarted,
            Map<PatientId, PatientId> merged,
            Map<PatientId, CurrentWard> wards) {
        this(identities, patients, firstInfusions, neverStarted, merged, Set.of(), wards);
    }

    /// The same knowledge, and what only some messages ask for.
    PriorKnowledge with(Set<ObservationId> neverStarted, Map<PatientId, CurrentWard> wards) {
        return new PriorKnowledge(identities, patients, firstInfusions, neverStarted, merged, recordedDoses, wards);
    }

    /// The same knowledge, and the doses that an infusion record may have charted.
    PriorKnowledge withRecordedDoses(Set<ObservationId> doses) {
        return new PriorKnowledge(identities, patients, firstInfusions, neverStarted, merged, doses, wards);
    }

    /// The same knowledge, and some more numbers that are merged into another one.
    PriorKnowledge withMerged(Map<PatientId, PatientId> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(merged);
        all.putAll(more);
        return new PriorKnowledge(identities, patients, firstInfusions, neverStarted, all, recordedDoses, wards);
    }

    /// Whether two numbers are one patient.
    boolean samePatient(PatientId one, PatientId other) {
        return standing(one).equals(standing(other));
    }

    /// Whether an observation of any sender has this id.
    boolean used(ObservationId id) {
        return !of(id.value()).isEmpty();
    }

    /// Whether the same observation was processed before.
    boolean repeats(Submission submission, ContentHash hash) {
        return of(submission.id().value()).stream()
                .filter(known -> !known.senderKnown() || known.identity().id().equals(submission.id()))
                .anyMatch(known -> known.settled() && known.identity().hash().equals(hash.hex()));
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

    /// The observations of the submission's patient with an id, from all senders.
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

    /// The patient of an observation, if known.
    Optional<PatientId> patient(Submission submission) {
        return switch (submission.subject()) {
            case Subject.ByPatient(var patientId) -> Optional.of(patientId);
            case Subject.ByDevice(var deviceId) ->
                Optional.ofNullable(patients.get(new DeviceAtTime(deviceId, submission.effectiveAt())));
        };
    }

    /// The key of an observation's record: the number that stands for the patient, or the device's id if no
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

    /// The time of the patient's first infusion, if known. The inner value is empty for a patient without an
    /// episode.
    Optional<Optional<Instant>> firstInfusion(Submission submission) {
        return patient(submission).flatMap(patient -> Optional.ofNullable(firstInfusions.get(patient)));
    }

    boolean neverStarted(Submission submission) {
        return neverStarted.contains(submission.id());
    }

    boolean recordedDose(Submission submission) {
        return recordedDoses.contains(submission.id());
    }

    Optional<CurrentWard> ward(Submission submission) {
        return patient(submission).flatMap(patient -> Optional.ofNullable(wards.get(patient)));
    }
}
