package health.vigil.monitor.batch;

import health.vigil.grading.Grade;
import health.vigil.grading.Policies;
import health.vigil.grading.Policies.Term;
import health.vigil.grading.Policy;
import health.vigil.grading.Syndrome;
import health.vigil.history.AmendmentWindow;
import health.vigil.history.CheckpointThinning;
import health.vigil.history.DisplayedHistory;
import health.vigil.history.EpisodeFold;
import health.vigil.history.FoldRequest;
import health.vigil.history.FoldResult;
import health.vigil.history.FoldStart;
import health.vigil.history.PolicyFold;
import health.vigil.history.RecordedChange;
import health.vigil.history.RegradeRequest;
import health.vigil.history.RememberedFold;
import health.vigil.history.Revision;
import health.vigil.observation.Observation;
import health.vigil.store.ChartLoader;
import health.vigil.store.Checkpoints;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.Episodes;
import health.vigil.store.GradeChanges;
import health.vigil.store.Observations;
import health.vigil.store.Partitions.Claim;
import health.vigil.store.Partitions.Turn;
import health.vigil.store.PolicyTerms;
import health.vigil.store.Quarantine;
import health.vigil.store.Sql;
import health.vigil.store.SubscriptionEvents;
import health.vigil.store.Timers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Grades episodes again and writes the differences. The pure rules run before anything is written, so that a
/// failing episode leaves nothing behind.
@ApplicationScoped
public class Regrading {
    private static final Logger LOG = Logger.getLogger(Regrading.class);

    private final ChartLoader charts;
    private final Policy policy;
    private final FoldMemory memory;
    private Optional<KnownPolicies> known = Optional.empty();

    public Regrading(ChartLoader charts, Policy policy, FoldMemory memory) {
        this.charts = charts;
        this.policy = policy;
        this.memory = memory;
    }

    /// @param count the number of policies that had come into force by then
    private record KnownPolicies(Policies policies, long count) {}

    /// The episodes that were graded again, and those that were not.
    ///
    /// @param failed the requests on whose episodes the rules failed
    /// @param entries the numbers of the entries of the history that were recorded or superseded
    public record RegradeResult(List<RegradedEpisode> regraded, List<RegradeRequest> failed, List<Long> entries) {
        static final RegradeResult NONE = new RegradeResult(List.of(), List.of(), List.of());

        /// Tells subscriptions of these entries. This must be the last statement before the commit.
        public void tell(Sql sql) {
            SubscriptionEvents.ofGrades(sql, entries);
        }
    }

    /// The policies that have come into force so far. They are read again only when another has begun.
    public Policies policies(Sql sql, Turn turn) {
        var current = known.filter(read -> read.count() == turn.policies())
                .orElseGet(() -> new KnownPolicies(PolicyTerms.of(sql, policy), turn.policies()));
        known = Optional.of(current);
        return current.policies();
    }

    /// Grades episodes again and writes the result.
    ///
    /// @param claim the claim on their partition
    /// @param turn the beginning of the transaction
    public RegradeResult of(Sql sql, Claim claim, Turn turn, Collection<RegradeRequest> requests, int partitions) {
        if (requests.isEmpty()) {
            return RegradeResult.NONE;
        }
        var policies = policies(sql, turn);
        var tasks = requests.stream()
                .map(request -> new Task(request, memory.continuing(claim, request, policies)))
                .toList();
        var policyFolds = foldTerms(sql, foldRequests(tasks), policies, turn.now());
        tasks.forEach(task -> task.continued()
                .flatMap(fold -> continueFold(fold, task.request(), policies, turn.now()))
                .ifPresent(fold -> policyFolds.put(task.id(), List.of(fold))));
        var recorded = recorded(sql, tasks);
        var lastByOtherRules = GradeChanges.before(sql, takeovers(requests));
        var regraded = tasks.stream()
                .flatMap(task -> Optional.ofNullable(policyFolds.get(task.id())).stream()
                        .map(terms -> regraded(
                                task,
                                policies,
                                terms,
                                recorded.getOrDefault(task.id(), List.of()),
                                Optional.ofNullable(lastByOtherRules.get(task.id())))))
                .toList();
        var entries = write(sql, regraded, turn.now(), partitions);
        return new RegradeResult(
                regraded,
                requests.stream()
                        .filter(request ->
                                !policyFolds.containsKey(request.episode().id()))
                        .toList(),
                entries);
    }

    /// A request, and the remembered fold that it can continue.
    private record Task(RegradeRequest request, Optional<RememberedFold> continued) {
        UUID id() {
            return request.episode().id();
        }

        /// The remembered fold may know that the request contradicts no recorded change.
        boolean mayContradict() {
            return continued
                    .filter(fold -> !request.foldRequest().before().isBefore(fold.unchangedFrom()))
                    .isEmpty();
        }
    }

    /// Of the episodes that are folded from their stored chart.
    private static List<FoldRequest> foldRequests(List<Task> tasks) {
        return tasks.stream()
                .filter(task -> task.continued().isEmpty())
                .map(task -> task.request().foldRequest())
                .toList();
    }

    /// The time from which these rules take over, for episodes that other rules graded before.
    private static Map<UUID, Instant> takeovers(Collection<RegradeRequest> requests) {
        var turns = new HashMap<UUID, Instant>();
        requests.forEach(request ->
                request.takeover().ifPresent(turn -> turns.put(request.episode().id(), turn)));
        return turns;
    }

    /// Empty if the rules failed.
    private static Optional<PolicyFold> continueFold(
            RememberedFold fold, RegradeRequest request, Policies policies, Instant now) {
        return attempt(
                () -> new PolicyFold(policies.newest(), fold.fold(request).finish(now)));
    }

    /// The recorded changes that each request may contradict.
    private static Map<UUID, List<RecordedChange>> recorded(Sql sql, List<Task> tasks) {
        var asked = tasks.stream()
                .filter(Task::mayContradict)
                .map(task -> task.request().foldRequest())
                .toList();
        return asked.isEmpty()
                ? Map.of()
                : GradeChanges.recorded(sql, asked).stream().collect(Collectors.groupingBy(RecordedChange::episode));
    }

    private static RegradedEpisode regraded(
            Task task,
            Policies policies,
            List<PolicyFold> terms,
            List<RecordedChange> recorded,
            Optional<Map<Syndrome, Grade>> lastByOtherRules) {
        var request = task.request();
        var known = PolicyFold.changes(terms, request.foldRequest().before(), lastByOtherRules);
        var displayed = displayed(request, terms.getFirst().folded(), recorded);
        var revision = Revision.of(displayed, known);
        return new RegradedEpisode(
                request, policies, task.continued(), terms.getLast().folded(), recorded, revision);
    }

    private static DisplayedHistory displayed(
            RegradeRequest request, FoldResult folded, List<RecordedChange> recorded) {
        var episode = request.episode();
        return new DisplayedHistory(
                recorded,
                episode.gradedTo().orElse(Instant.MIN),
                episode.admittedAt(),
                folded.graded(request.foldRequest().before()),
                episode.gradedTo().map(_ -> request.amendmentWindow()).orElse(AmendmentWindow.NONE));
    }

    /// Folds each episode under every policy that was in force from the request's start. Episodes on which
    /// the rules failed are missing.
    private Map<UUID, List<PolicyFold>> foldTerms(Sql sql, List<FoldRequest> requests, Policies policies, Instant now) {
        var policyFolds = new HashMap<UUID, List<PolicyFold>>();
        var failed = new HashSet<UUID>();
        for (var term : policies.terms()) {
            var foldRequests = requests.stream()
                    .filter(request -> policies.reaching(request.before()).contains(term))
                    .toList();
            var folded = foldRequests.isEmpty() ? Map.<UUID, FoldResult>of() : fold(sql, foldRequests, term, now);
            for (var foldRequest : foldRequests) {
                var id = foldRequest.episode().id();
                Optional.ofNullable(folded.get(id))
                        .ifPresentOrElse(
                                fold -> policyFolds
                                        .computeIfAbsent(id, _ -> new ArrayList<>())
                                        .add(new PolicyFold(term, fold)),
                                () -> failed.add(id));
            }
        }
        policyFolds.keySet().removeAll(failed);
        return policyFolds;
    }

    /// Folds each episode under one policy, up to now or to the end of the policy's term.
    private Map<UUID, FoldResult> fold(Sql sql, List<FoldRequest> foldRequests, Term term, Instant now) {
        var open = term.until().equals(Instant.MAX);
        var last = open ? Observations.EVER : term.until().minusNanos(1000);
        return fold(sql, charts.of(sql, foldRequests, Observations.EVER, term.policy()), last, open ? now : last);
    }

    private static Map<UUID, FoldResult> fold(Sql sql, Map<UUID, FoldStart> starts, Instant last, Instant now) {
        var folds = new HashMap<UUID, EpisodeFold>();
        starts.forEach((id, start) -> folds.put(id, new EpisodeFold(start)));
        Observations.graded(
                sql,
                List.copyOf(starts.values()),
                last,
                Observations.EVER,
                (id, observation) -> Optional.ofNullable(folds.get(id))
                        .filter(fold -> attempt(() -> added(fold, observation)).isEmpty())
                        .ifPresent(_ -> folds.remove(id)));
        var folded = new HashMap<UUID, FoldResult>();
        folds.forEach((id, fold) -> attempt(() -> fold.finish(now)).ifPresent(result -> folded.put(id, result)));
        return folded;
    }

    private static EpisodeFold added(EpisodeFold fold, Observation observation) {
        fold.add(observation);
        return fold;
    }

    /// The result of a step of the rules; empty if they failed.
    private static <T> Optional<T> attempt(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (DatabaseFailure failure) {
            throw failure;
        } catch (RuntimeException bug) {
            LOG.errorf("The rules failed on a patient: %s at %s", bug.getClass().getName(), bug.getStackTrace()[0]);
            return Optional.empty();
        }
    }

    /// @return the numbers of the entries of the history that were superseded or recorded
    private static List<Long> write(Sql sql, List<RegradedEpisode> regraded, Instant now, int partitions) {
        if (regraded.isEmpty()) {
            return List.of();
        }
        Checkpoints.forget(
                sql,
                regraded.stream()
                        .filter(each -> each.continued().isEmpty())
                        .map(each -> each.request().foldRequest())
                        .toList());
        checkpoints(sql, regraded, regraded.getFirst().policies().newest().policy());
        var withdrawn = regraded.stream().flatMap(RegradedEpisode::withdrawn).toList();
        GradeChanges.withdraw(sql, withdrawn, now);
        var added = GradeChanges.add(
                sql, regraded.stream().flatMap(RegradedEpisode::added).toList());
        Episodes.graded(
                sql,
                regraded.stream()
                        .map(each -> each.graded(ungradable(sql, each)))
                        .toList());
        Timers.arm(sql, regraded.stream().map(each -> each.timer(partitions)).toList());
        return Stream.concat(withdrawn.stream().map(each -> each.recorded().number()), added.stream())
                .toList();
    }

    private static void checkpoints(Sql sql, List<RegradedEpisode> regraded, Policy policy) {
        var kept = regraded.stream().flatMap(RegradedEpisode::milestones).toList();
        if (!kept.isEmpty()) {
            Checkpoints.save(sql, kept, policy.version());
        }
        regraded.stream().filter(RegradedEpisode::thinningDue).forEach(each -> thin(sql, each.id()));
    }

    private static void thin(Sql sql, UUID episode) {
        var superfluous = CheckpointThinning.superfluous(Checkpoints.places(sql, episode));
        if (!superfluous.isEmpty()) {
            Checkpoints.drop(sql, episode, superfluous);
        }
    }

    private static boolean ungradable(Sql sql, RegradedEpisode regraded) {
        var episode = regraded.request().episode();
        return episode.gradingUnavailable().isPresent() && Quarantine.ungradable(sql, episode.patient());
    }
}
