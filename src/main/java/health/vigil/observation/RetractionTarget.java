package health.vigil.observation;

import java.util.Optional;

/// What is to be withdrawn, as it was named.
///
/// @param sender whose observation it is; absent: the own one, else the only one of the patient with that id
/// @param id     the id that its sender gave it
public record RetractionTarget(String id, Optional<Sender> sender) {
    /// One whose sender is known.
    public static RetractionTarget of(ObservationId id) {
        return new RetractionTarget(id.value(), Optional.of(id.sender()));
    }

    /// The observation of a sender that it names.
    public ObservationId of(Sender whose) {
        return new ObservationId(whose, id);
    }

    /// The observation, where it says whose it is.
    public Optional<ObservationId> observation() {
        return sender.map(this::of);
    }
}
