package health.vigil.fhirview;

import health.vigil.exchange.BusinessId.SentIdentifier;
import health.vigil.exchange.StatementStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One version of what another system reported under one identity.
///
/// @param id of the resource in all its versions
/// @param identifier the sender's own, if it gave one
/// @param status absent while a part of this version has not arrived
/// @param observations that stand for it; none if it withdraws what was reported before
public record GivenVersion(
        String id,
        Optional<SentIdentifier> identifier,
        int number,
        Instant receivedAt,
        Optional<StatementStatus> status,
        List<GivenObservation> observations) {
    public GivenVersion {
        observations = List.copyOf(observations);
    }

    /// When it was received, or an observation of it was last changed.
    public Instant updatedAt() {
        return observations.stream()
                .map(GivenObservation::updatedAt)
                .reduce(receivedAt, (one, other) -> one.isAfter(other) ? one : other);
    }

    /// All of them, those that stand first.
    List<GivenObservation> standingFirst() {
        return observations.stream()
                .sorted(Comparator.comparing(GivenObservation::withdrawn))
                .toList();
    }

    /// Those that stand; all of them if none does.
    List<GivenObservation> shown() {
        var standing = observations.stream().filter(given -> !given.withdrawn()).toList();
        return standing.isEmpty() ? observations : standing;
    }

    /// Whether a part of it does not stand any more, while the rest does.
    boolean isPartlyRetracted() {
        return shown().size() < observations.size();
    }
}
