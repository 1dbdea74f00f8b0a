package health.vigil.monitor.batch;

import health.vigil.access.Role;
import health.vigil.access.Roles;
import health.vigil.observation.Numbers;
import health.vigil.observation.ObservationId;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Sender;
import health.vigil.observation.Word;
import health.vigil.store.Identities;
import health.vigil.store.Identities.Identity;
import health.vigil.store.Sql;
import health.vigil.stream.Author;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the target of a retraction that names no sender: the sender's own observation, or else the only one
/// of the patient.
final class RetractionTargets {
    private final Map<String, List<Identity>> named;

    private RetractionTargets(Map<String, List<Identity>> named) {
        this.named = named;
    }

    /// The observations of all senders with one of these ids.
    static RetractionTargets of(Sql sql, Collection<String> ids) {
        return new RetractionTargets(Identities.byId(sql, ids));
    }

    Optional<Identity> identity(ObservationId id) {
        return of(id.value()).stream().filter(known -> known.id().equals(id)).findFirst();
    }

    private List<Identity> of(String id) {
        return named.getOrDefault(id, List.of());
    }

    /// The target with its sender, if that can be decided by now. A device's target is its own observation.
    RetractionTarget resolved(Disposition.Apply apply, RetractionTarget target) {
        var own = target.of(apply.observation().id().sender());
        if (target.sender().isPresent()) {
            return target;
        }
        if (byADevice(apply) || identity(own).isPresent()) {
            return RetractionTarget.of(own);
        }
        var candidates = candidates(apply.numbers(), target);
        return candidates.size() == 1 ? RetractionTarget.of(candidates.getFirst()) : notOfThePatient(apply, target);
    }

    private static boolean byADevice(Disposition.Apply apply) {
        return role(apply).filter(Roles.DEVICE::equals).isPresent();
    }

    /// A person can only name an observation that exists, so the observation of another patient is returned
    /// and objected to. A machine's target may still arrive.
    private RetractionTarget notOfThePatient(Disposition.Apply apply, RetractionTarget target) {
        var byAPerson = role(apply)
                .flatMap(word -> Word.of(Role.class, word))
                .filter(Role::isAPerson)
                .isPresent();
        return of(target.id()).stream()
                .filter(_ -> byAPerson && candidates(apply.numbers(), target).isEmpty())
                .findFirst()
                .map(another -> RetractionTarget.of(another.id()))
                .orElse(target);
    }

    private static Optional<String> role(Disposition.Apply apply) {
        return apply.observed().author().flatMap(Author::role);
    }

    /// The observations of a patient with this id, from any sender.
    List<ObservationId> candidates(Numbers patient, RetractionTarget target) {
        return of(target.id()).stream()
                .filter(known -> known.patient().filter(patient::include).isPresent())
                .map(Identity::id)
                .sorted()
                .toList();
    }

    /// The reason why the target is ambiguous, if it is.
    Optional<String> ambiguity(Disposition.Apply apply, RetractionTarget target) {
        var senders = candidates(apply.numbers(), target).stream()
                .map(ObservationId::sender)
                .map(Sender::name)
                .toList();
        return target.sender().isEmpty() && senders.size() > 1
                ? Optional.of("Several senders have an observation of this id: " + String.join(", ", senders)
                        + "; send it again with sender")
                : Optional.empty();
    }
}
