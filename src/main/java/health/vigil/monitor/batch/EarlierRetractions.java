package health.vigil.monitor.batch;

import health.vigil.access.Roles;
import health.vigil.observation.ObservationId;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Sender;
import health.vigil.store.Retractions;
import health.vigil.store.Retractions.RetractionEntry;
import health.vigil.store.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Retractions that were received before their targets.
final class EarlierRetractions {
    private final RetractionTargets known;
    /// The applied observations by their id, in stream order.
    private final Map<String, List<Disposition.Apply>> arrived;

    private EarlierRetractions(RetractionTargets known, Map<String, List<Disposition.Apply>> arrived) {
        this.known = known;
        this.arrived = arrived;
    }

    /// The retractions whose target is being applied, with that target. The sender of a target that had none
    /// is stored.
    static Map<RetractionEntry, Disposition.Apply> of(Sql sql, List<Disposition.Apply> applied) {
        var arrived = applied.stream()
                .collect(Collectors.groupingBy(apply -> apply.observation().id().value()));
        var found = new LinkedHashMap<RetractionEntry, Disposition.Apply>();
        var retractions = Retractions.of(sql, arrived.keySet());
        if (retractions.isEmpty()) {
            return found;
        }
        var targets = new ArrayList<String>();
        retractions.forEach(named -> targets.add(named.target().id()));
        var earlier = new EarlierRetractions(RetractionTargets.of(sql, targets), arrived);
        retractions.forEach(named -> earlier.target(named)
                .ifPresent(target ->
                        found.put(bound(sql, named, target.observation().id()), target)));
        return found;
    }

    private static RetractionEntry bound(Sql sql, RetractionEntry named, ObservationId target) {
        if (named.target().sender().isPresent()) {
            return named;
        }
        Retractions.bind(sql, named, target.sender());
        return new RetractionEntry(
                RetractionTarget.of(target),
                named.retraction(),
                named.patient(),
                named.receivedAt(),
                named.enteredRole());
    }

    private Optional<Disposition.Apply> target(RetractionEntry named) {
        return named.target()
                .sender()
                .map(sender -> of(named, sender))
                .orElseGet(() -> of(named, named.retraction().sender()).or(() -> only(named)));
    }

    private Optional<Disposition.Apply> of(RetractionEntry named, Sender sender) {
        return arrivals(named).stream()
                .filter(apply -> apply.observation().id().sender().equals(sender))
                .findFirst();
    }

    /// The first observation of the patient with that id, unless another sender used the id before.
    private Optional<Disposition.Apply> only(RetractionEntry named) {
        var ofThePatient = arrivals(named).stream()
                .filter(apply -> apply.numbers().include(named.patient()))
                .toList();
        if (ofThePatient.isEmpty()) {
            return Optional.empty();
        }
        var patient = ofThePatient.getFirst().numbers();
        var before = known.candidates(patient, named.target()).size() - ofThePatient.size();
        return before > 0 || named.enteredRole().filter(Roles.DEVICE::equals).isPresent()
                ? Optional.empty()
                : ofThePatient.stream().findFirst();
    }

    private List<Disposition.Apply> arrivals(RetractionEntry named) {
        return arrived.getOrDefault(named.target().id(), List.of());
    }
}
