package health.vigil.monitor.batch;

import health.vigil.alert.AmendedGrade;
import health.vigil.alert.BedsideFacts;
import health.vigil.alert.News;
import health.vigil.grading.Flag;
import health.vigil.grading.FlagChange;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Policies;
import health.vigil.history.CheckpointThinning;
import health.vigil.history.FoldResult;
import health.vigil.history.RecordedChange;
import health.vigil.history.RegradeRequest;
import health.vigil.history.RememberedFold;
import health.vigil.history.Revision;
import health.vigil.observation.Death;
import health.vigil.store.Checkpoints.EpisodeCheckpoint;
import health.vigil.store.Episodes;
import health.vigil.store.GradeChanges.Amendment;
import health.vigil.store.GradeChanges.NewChange;
import health.vigil.store.GradeChanges.SupersededChange;
import health.vigil.store.Timers;
import health.vigil.stream.PatientPartitioner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// An episode that was graded again, and how the result differs from the recorded history.
///
/// @param continued the remembered fold that this one continues; absent if it began with a stored chart
/// @param recorded the recorded changes that it was compared with
public record RegradedEpisode(
        RegradeRequest request,
        Policies policies,
        Optional<RememberedFold> continued,
        FoldResult folded,
        List<RecordedChange> recorded,
        Revision revision) {
    /// The flags that require a check.
    private static final Set<Flag> ASKING = Set.of(Flag.CONFIRM_OXYGEN, Flag.CONFIRM_VASOPRESSOR, Flag.SINGLE_READING);

    /// The checkpoints to store: after a continued fold only now and then.
    Stream<EpisodeCheckpoint> milestones() {
        return storesMilestones()
                ? folded.milestones().stream()
                        .map(checkpoint ->
                                new EpisodeCheckpoint(request.episode().id(), checkpoint))
                : Stream.empty();
    }

    private boolean storesMilestones() {
        return !folded.milestones().isEmpty()
                && continued
                        .filter(fold -> !CheckpointThinning.worthStoring(
                                fold.stored(), folded.milestones().getLast().observations()))
                        .isEmpty();
    }

    /// What the next fold of the episode may continue.
    RememberedFold remembered() {
        var recordedTo = request.episode().gradedTo().orElse(Instant.EPOCH);
        var now = folded.now().at();
        return RememberedFold.of(
                folded,
                policies.newest().policy().version(),
                stored(),
                now.isAfter(recordedTo) ? now : recordedTo,
                unchangedFrom());
    }

    private long stored() {
        var start = continued
                .map(RememberedFold::stored)
                .orElseGet(() -> folded.start().checkpoint().observations());
        return storesMilestones() ? folded.milestones().getLast().observations() : start;
    }

    private Instant unchangedFrom() {
        var first = continued
                .map(RememberedFold::unchangedFrom)
                .orElseGet(() -> request.foldRequest().before());
        return Stream.concat(
                        recorded.stream().map(RecordedChange::at),
                        revision.added().stream().map(GradeChange::at))
                .map(at -> at.plusNanos(1000))
                .reduce(first, (one, other) -> one.isAfter(other) ? one : other);
    }

    Stream<SupersededChange> withdrawn() {
        return revision.withdrawn().stream().map(recorded -> new SupersededChange(recorded, request.by()));
    }

    Stream<NewChange> added() {
        var amending = revision.amending(request.episode().gradedTo());
        return revision.added().stream().map(change -> added(change, amending));
    }

    private NewChange added(GradeChange change, Set<GradeChange> amending) {
        var amends = amending.contains(change);
        return new NewChange(
                request.episode(),
                change,
                cause(change),
                policies.at(change.at()).version(),
                request.knownAt(),
                new Amendment(amends, amends ? request.by() : Optional.empty()));
    }

    private String cause(GradeChange change) {
        if (change.cause().isPresent()) {
            return "observation";
        }
        if (request.takeover().filter(change.at()::equals).isPresent()) {
            return "rules";
        }
        return policies.turnsAt(change.at()) ? "policy" : request.cause().word();
    }

    Episodes.GradingState graded(boolean stillUnavailable) {
        return new Episodes.GradingState(
                request.episode(),
                folded.now().at(),
                nextChange(),
                request.episode().gradingUnavailable().filter(_ -> stillUnavailable));
    }

    Timers.GradeTimer timer(int partitions) {
        return new Timers.GradeTimer(
                request.episode().id(),
                PatientPartitioner.partition(request.episode().numbers().patient(), partitions),
                nextChange());
    }

    /// Empty when another episode follows: its grades do not change any more as time passes.
    private Optional<Instant> nextChange() {
        return folded.now().nextChange().filter(at -> request.episode().covers(at));
    }

    /// Whether the result can change the monitoring plan, what counts as a done check, or what people are
    /// asked.
    boolean mayChangeThePlan() {
        return flags(request.foldRequest().before()).stream().anyMatch(change -> ASKING.contains(change.flag()))
                || !revision.added().isEmpty()
                || !revision.withdrawn().isEmpty()
                || request.fresh().isEmpty()
                || request.fresh().stream().anyMatch(observation -> observation.content() instanceof Death);
    }

    News news() {
        var since = request.foldRequest().before();
        return new News(
                revision.added(),
                flags(since),
                request.fresh(),
                amended(),
                since,
                folded.atNewest(),
                folded.now(),
                BedsideFacts.NONE);
    }

    /// The amendment whose cause comes first in the stream, then the others.
    private List<AmendedGrade> amended() {
        var first = revision.firstAmended(request.fresh());
        return Stream.concat(
                        first.stream(), revision.amended().stream().filter(found -> !first.equals(Optional.of(found))))
                .toList();
    }

    /// The flag changes since then. When these rules take over from others, all flags that are up count as
    /// just raised.
    private List<FlagChange> flags(Instant since) {
        var turn = request.takeover().filter(_ -> request.episode().gradedByOtherRules());
        return Stream.concat(
                        turn.stream().flatMap(at -> folded.upAt(at).stream()),
                        folded.flags().stream()
                                .filter(flag -> turn.map(at -> flag.at().isAfter(at))
                                        .orElse(!flag.at().isBefore(since))))
                .toList();
    }

    /// A continued fold stores a checkpoint only now and then, so each is a time to thin.
    boolean thinningDue() {
        return storesMilestones()
                && (continued.isPresent()
                        || CheckpointThinning.due(
                                folded.start().checkpoint().observations(),
                                folded.milestones().getLast().observations()));
    }

    UUID id() {
        return request.episode().id();
    }
}
