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
import java.util.stream.Collectors;
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
    public record RegradeResult(List<RegradedEpisode> regraded, List<RegradeRequest> failed) {}

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
            return new RegradeResult(List.of(), List.of());
        }
        var policies = policies(sql, turn);
        var continued = continued(claim, requests, policies);
        var policyFolds = new HashMap<>(foldTerms(sql, without(requests, continued), policies, turn.now()));
        policyFolds.putAll(continueFolds(requests, continued, policies, turn.now()));
        var recorded = recorded(sql, requests, continued);
        var lastByOtherRules = GradeChanges.before(sql, takeovers(requests));
        var regraded = requests.stream()
                .flatMap(request -> Optional.ofNullable(
                                policyFolds.get(request.episode().id()))
                        .stream()
                        .map(terms -> regraded(
                                request,
                                policies,
                                Optional.ofNullable(
                                        continued.get(request.episode().id())),
                                terms,
                                recorded.getOrDefault(request.episode().id(), List.of()),
                                lastByOtherRules)))
                .toList();
        write(sql, regraded, turn.now(), partitions);
        return new RegradeResult(
                regraded,
                requests.stream()
                        .filter(request ->
                                !policyFolds.containsKey(request.episode().id()))
                        .toList());
    }

    /// The time from which these rules take over, for episodes that other rules graded before.
    private static Map<UUID, Instant> takeovers(Collection<RegradeRequest> requests) {
        var turns = new HashMap<UUID, Instant>();
        requests.forEach(request ->
                request.takeover().ifPresent(turn -> turns.put(request.episode().id(), turn)));
        return turns;
    }

    /// The remembered folds that can be continued, by episode.
    private Map<UUID, RememberedFold> continued(Claim claim, Collection<RegradeRequest> requests, Policies policies) {
        var continued = new HashMap<UUID, RememberedFold>();
        requests.forEach(request -> memory.continuing(claim, request, policies)
                .ifPresent(fold -> continued.put(request.episode().id(), fold)));
        return continued;
    }

    private static List<RegradeRequest> without(
            Collection<RegradeRequest> requests, Map<UUID, RememberedFold> continued) {
        return requests.stream()
                .filter(request -> !continued.containsKey(request.episode().id()))
                .toList();
    }

    private static Map<UUID, List<PolicyFold>> continueFolds(
            Collection<RegradeRequest> requests, Map<UUID, RememberedFold> continued, Policies policies, Instant now) {
        var folds = new HashMap<UUID, List<PolicyFold>>();
        for (var request : requests) {
            var id = request.episode().id();
            Optional.ofNullable(continued.get(id))
                    .ifPresent(fold -> succeeds(() -> folds.put(
                            id,
                            List.of(new PolicyFold(
                                    policies.newest(), fold.fold(request).finish(now))))));
        }
        return folds;
    }

    /// The recorded changes that each request may contradict. A remembered fold may know that there are none.
    private static Map<UUID, List<RecordedChange>> recorded(
            Sql sql, Collection<RegradeRequest> requests, Map<UUID, RememberedFold> continued) {
        var asked = requests.stream()
                .map(RegradeRequest::foldRequest)
                .filter(request -> Optional.ofNullable(
                                continued.get(request.episode().id()))
                        .filter(fold -> !request.before().isBefore(fold.unchangedFrom()))
                        .isEmpty())
                .toList();
        return asked.isEmpty()
                ? Map.of()
                : GradeChanges.recorded(sql, asked).stream().collect(Collectors.groupingBy(RecordedChange::episode));
    }

    private static RegradedEpisode regraded(
            RegradeRequest request,
            Policies policies,
            Optional<RememberedFold> continued,
            List<PolicyFold> terms,
            List<RecordedChange> recorded,
            Map<UUID, Map<Syndrome, Grade>> lastByOtherRules) {
        var known = PolicyFold.changes(
                terms,
                request.foldRequest().before(),
                Optional.ofNullable(lastByOtherRules.get(request.episode().id())));
        var displayed = displayed(request, terms.getFirst().folded(), recorded);
        var revision = Revision.of(displayed, known);
        return new RegradedEpisode(request, policies, continued, terms.getLast().folded(), recorded, revision);
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
    private Map<UUID, List<PolicyFold>> foldTerms(
            Sql sql, Collection<RegradeRequest> requests, Policies policies, Instant now) {
        var policyFolds = new HashMap<UUID, List<PolicyFold>>();
        var failed = new HashSet<UUID>();
        for (var term : policies.terms()) {
            var foldRequests = requests.stream()
                    .map(RegradeRequest::foldRequest)
                    .filter(foldRequest ->
                            policies.reaching(foldRequest.before()).contains(term))
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
                        .filter(fold -> !succeeds(() -> fold.add(observation)))
                        .ifPresent(_ -> folds.remove(id)));
        var folded = new HashMap<UUID, FoldResult>();
        folds.forEach((id, fold) -> succeeds(() -> folded.put(id, fold.finish(now))));
        return folded;
    }

    private static boolean succeeds(Runnable step) {
        try {
            step.run();
            return true;
        } catch (DatabaseFailure failure) {
            throw failure;
        } catch (RuntimeException bug) {
            LOG.errorf("The rules failed on a patient: %s at %s", bug.getClass().getName(), bug.getStackTrace()[0]);
            return false;
        }
    }

    private static void write(Sql sql, List<RegradedEpisode> regraded, Instant now, int partitions) {
        if (regraded.isEmpty()) {
            return;
        }
        Checkpoints.forget(
                sql,
                regraded.stream()
                        .filter(each -> each.continued().isEmpty())
                        .map(each -> each.request().foldRequest())
                        .toList());
        checkpoints(sql, regraded, regraded.getFirst().policies().newest().policy());
        GradeChanges.withdraw(
                sql, regraded.stream().flatMap(RegradedEpisode::withdrawn).toList(), now);
        GradeChanges.add(sql, regraded.stream().flatMap(RegradedEpisode::added).toList());
        Episodes.graded(
                sql,
                regraded.stream()
                        .map(each -> each.graded(ungradable(sql, each)))
                        .toList());
        Timers.arm(sql, regraded.stream().map(each -> each.timer(partitions)).toList());
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
