package health.vigil.ingest;

import health.vigil.access.User;
import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.Medication;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Vasopressor;
import health.vigil.store.Bindings;
import health.vigil.store.Bindings.DeviceAtTime;
import health.vigil.store.Database;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.Doses;
import health.vigil.store.Doses.PatientDose;
import health.vigil.store.FirstInfusions;
import health.vigil.store.Identities;
import health.vigil.store.PatientNumbers;
import health.vigil.store.Sql;
import health.vigil.store.UnstartedInfusions;
import health.vigil.store.UnstartedInfusions.PatientInfusion;
import health.vigil.store.VisibleStays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Reads what the database knows about a message's observations. Intake works without the database, too, because
/// the monitor finds repeats and patients itself.
@ApplicationScoped
class Lookup {
    private static final Logger LOG = Logger.getLogger(Lookup.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final Database database;
    private final GroupedLookup<Submission, PriorKnowledge> grouped = new GroupedLookup<>(this::known);
    private volatile boolean away;
    private volatile long awaySince;

    Lookup(Database database) {
        this.database = database;
    }

    /// What the database knows. Empty if it cannot be reached and the user works for certain wards only: then the
    /// patient's ward must be known.
    Optional<PriorKnowledge> about(List<Submission> submissions, User user) {
        if (submissions.isEmpty()) {
            return Optional.of(PriorKnowledge.NOTHING);
        }
        try {
            var known = grouped.about(submissions);
            return Optional.of(asksForMore(submissions, user) ? more(known, submissions, user) : known);
        } catch (DatabaseFailure unreachable) {
            return unknown(user);
        }
    }

    private PriorKnowledge known(List<Submission> submissions) {
        return ask(sql -> known(sql, submissions));
    }

    /// Whether a message needs what only few do: the wards of its patients, the infusions that were started, or
    /// the doses of infusion records.
    private static boolean asksForMore(List<Submission> submissions, User user) {
        return user.wards().only().isPresent()
                || submissions.stream()
                        .anyMatch(submission -> submission.content() instanceof Medication
                                || (submission.content() instanceof Vasopressor vasopressor
                                        && vasopressor.action() == InfusionAction.CHANGED));
    }

    private PriorKnowledge more(PriorKnowledge known, List<Submission> submissions, User user) {
        return ask(sql -> known.with(
                        neverStarted(sql, submissions, known),
                        user.wards().only().isEmpty()
                                ? Map.of()
                                : VisibleStays.currentWards(sql, named(submissions, known), user.username()))
                .withRecordedDoses(recordedDoses(sql, submissions, known))
                .withMerged(user.patientId()
                        .map(own -> PatientNumbers.merged(sql, List.of(own)))
                        .orElse(Map.of())));
    }

    private PriorKnowledge ask(Function<Sql, PriorKnowledge> question) {
        if (restsAfterFailure()) {
            throw DatabaseFailure.resting();
        }
        try {
            var known = database.ask(SILENCE, question);
            away = false;
            return known;
        } catch (DatabaseFailure unreachable) {
            awaySince = System.nanoTime();
            away = true;
            LOG.warnf("Observations are accepted without a database lookup: %s", unreachable.getMessage());
            throw unreachable;
        }
    }

    private boolean restsAfterFailure() {
        return away && System.nanoTime() - awaySince < PAUSE_NANOS;
    }

    private static Optional<PriorKnowledge> unknown(User user) {
        return user.wards().only().isPresent() ? Optional.empty() : Optional.of(PriorKnowledge.NOTHING);
    }

    private static PriorKnowledge known(Sql sql, List<Submission> submissions) {
        var identities = Identities.prior(sql, ids(submissions));
        var patients = Bindings.of(sql, readings(submissions));
        var withoutEpisodes = new PriorKnowledge(identities, patients, Map.of(), Set.of(), Map.of(), Map.of());
        var named = named(submissions, withoutEpisodes);
        var infusions = FirstInfusions.earliest(sql, named);
        var numbers = Stream.concat(
                        named.stream(),
                        identities.values().stream()
                                .flatMap(List::stream)
                                .flatMap(known -> known.identity().patient().stream()))
                .distinct()
                .toList();
        var merged = PatientNumbers.merged(sql, numbers);
        return new PriorKnowledge(identities, patients, infusions, Set.of(), merged, Map.of());
    }

    /// The patients whom the observations are about.
    private static List<PatientId> named(List<Submission> submissions, PriorKnowledge known) {
        return submissions.stream()
                .flatMap(submission -> known.patient(submission).stream())
                .distinct()
                .toList();
    }

    /// The ids of the observations and of those that they retract.
    private static Set<String> ids(List<Submission> submissions) {
        return submissions.stream()
                .flatMap(submission -> Stream.concat(
                        Stream.of(submission.id().value()), submission.withdraws().map(RetractionTarget::id).stream()))
                .collect(Collectors.toSet());
    }

    private static List<DeviceAtTime> readings(List<Submission> submissions) {
        return submissions.stream()
                .flatMap(submission -> submission.subject() instanceof Subject.ByDevice(var device)
                        ? Stream.of(new DeviceAtTime(device, submission.effectiveAt()))
                        : Stream.<DeviceAtTime>empty())
                .distinct()
                .toList();
    }

    /// The submissions that change an infusion which neither the database nor the message itself has started.
    ///
    /// @param known the patients to whom the devices were bound
    private static Set<ObservationId> neverStarted(Sql sql, List<Submission> submissions, PriorKnowledge known) {
        var changed = infusions(submissions, InfusionAction.CHANGED, known);
        var started = infusions(submissions, InfusionAction.STARTED, known).values();
        changed.values().removeAll(Set.copyOf(started));
        changed.values().retainAll(neverStarted(sql, changed.values()));
        return Set.copyOf(changed.keySet());
    }

    private static Set<PatientInfusion> neverStarted(Sql sql, Collection<PatientInfusion> infusions) {
        return UnstartedInfusions.among(sql, infusions.stream().distinct().toList());
    }

    /// The submissions of a dose that an infusion record may have charted.
    private static Set<ObservationId> recordedDoses(Sql sql, List<Submission> submissions, PriorKnowledge known) {
        var doses = new HashMap<ObservationId, PatientDose>();
        for (var submission : submissions) {
            if (submission.content() instanceof Medication dose) {
                known.patient(submission)
                        .ifPresent(patient ->
                                doses.put(submission.id(), new PatientDose(patient, dose, submission.effectiveAt())));
            }
        }
        doses.values()
                .retainAll(
                        Doses.ofRecords(sql, doses.values().stream().distinct().toList()));
        return Set.copyOf(doses.keySet());
    }

    /// The infusion that each observation is about.
    private static Map<ObservationId, PatientInfusion> infusions(
            List<Submission> submissions, InfusionAction action, PriorKnowledge known) {
        var infusions = new HashMap<ObservationId, PatientInfusion>();
        for (var submission : submissions) {
            if (submission.content() instanceof Vasopressor vasopressor && vasopressor.action() == action) {
                known.patient(submission)
                        .ifPresent(patient -> infusions.put(
                                submission.id(),
                                new PatientInfusion(patient, vasopressor.agent(), vasopressor.infusionId())));
            }
        }
        return infusions;
    }
}
