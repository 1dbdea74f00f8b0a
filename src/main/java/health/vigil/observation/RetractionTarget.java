package health.vigil.observation;

import java.util.Optional;

/// The observation to retract, as it was named.
///
/// @param sender the sender of the observation; absent: the retraction's own sender, else the only one of the
///     patient with that id
/// @param id the id given by its sender
public record RetractionTarget(String id, Optional<Sender> sender) {
    /// A target with its sender.
    public static RetractionTarget of(ObservationId id) {
        return new RetractionTarget(id.value(), Optional.of(id.sender()));
    }

    /// The target's id with a given sender.
    public ObservationId of(Sender whose) {
        return new ObservationId(whose, id);
    }

    /// The observation, if the sender is known.
    public Optional<ObservationId> observation() {
        return sender.map(this::of);
    }
}
