package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Finding;
import health.vigil.observation.Tool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells why a grade of ICANS is what it is.
record IcansExplainer(Policy policy, IcansDomains domains, Attributions attributions) {
    Explanation explain(IcansState state, Grade grade, Instant at) {
        if (state.deaths().any()) {
            return new DeathExplainer(Rule.ICANS_DEATH, "ICANS").explain(state.deaths(), grade);
        }
        var counted = new ArrayList<Basis>();
        domains.known(state, at)
                .map(score -> score(score, domains.score(state, at).grade()))
                .ifPresent(counted::add);
        domains.wakefulness(state, at).map(IcansExplainer::wakefulness).ifPresent(counted::add);
        counted.addAll(seizures(state, at));
        graded(state).forEach(finding -> counted.add(finding(state, finding)));
        var leftOut = new ArrayList<Basis>();
        counted.removeIf(basis -> leaveOut(basis, leftOut, at));
        leftOut.addAll(notTestable(state, at));
        leftOut.addAll(stale(state, at));
        leftOut.addAll(notGraded(state, at));
        counted.sort(Comparator.comparingInt(Basis::grade).reversed());
        return new Explanation(unknown(state, grade, at), counted, leftOut, outlook(state, at));
    }

    /// Moves what a clinician attributed to another cause from what counts to what does not. Only a death is
    /// no component, and it is told alone.
    private boolean leaveOut(Basis basis, List<Basis> leftOut, Instant at) {
        var component = (Component) basis.component();
        var entry = attributions.of(component, at);
        entry.ifPresent(attribution ->
                leftOut.add(AttributionExplainer.leftOut(component, attribution, attributions.endOf(component, at))));
        return entry.isPresent();
    }

    private Optional<String> unknown(IcansState state, Grade grade, Instant at) {
        if (grade != Grade.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(domains.counting(state, at)
                .map(score -> tool() + " was not testable"
                        + score.reason().map(why -> ": " + why).orElse(""))
                .orElse("no " + tool() + " in the last " + Sentences.length(policy.neuroCheckWindow())));
    }

    private String tool() {
        return domains.tool().word().toUpperCase(Locale.ROOT);
    }

    private Basis score(Score score, int grade) {
        var rule = domains.tool() == Tool.ICE ? Rule.ICANS_ICE : Rule.ICANS_CAPD;
        return new Reason(Component.of(domains.tool()), grade, rule)
                .of(
                        domains.tool() == Tool.ICE
                                ? ice(score)
                                : capd(score.total().orElseThrow()),
                        score.at(),
                        score.id());
    }

    private String ice(Score score) {
        int total = score.total().orElseThrow();
        var finding = "ICE " + total + " of 10" + (score.partial() ? ", items left out counted in full" : "");
        return total >= domains.bestIce() ? finding + ", at the baseline of " + domains.bestIce() : finding;
    }

    private String capd(int total) {
        var finding = "CAPD " + total + (total < ConsensusTable.CAPD_POSITIVE ? " < 9" : " >= 9");
        return domains.capdAtBaseline(total)
                ? finding + ", not above the baseline of "
                        + domains.baseline().capd().orElseThrow()
                : finding;
    }

    private static Basis wakefulness(Wakefulness found) {
        var finding = switch (found.level()) {
            case AWAKE -> "awake";
            case SPONTANEOUS -> "drowsy, wakes by itself";
            case VOICE -> "wakes to voice";
            case TOUCH -> "wakes only to touch";
            case VIGOROUS -> "wakes only to vigorous or repeated touch";
            case UNAROUSABLE -> "unarousable";
        };
        return new Reason(
                        Component.CONSCIOUSNESS, ConsensusTable.consciousness(found.level()), Rule.ICANS_CONSCIOUSNESS)
                .of(finding, found.at(), found.id());
    }

    private List<Basis> seizures(IcansState state, Instant at) {
        var running = state
                .seizures()
                .running()
                .map(seizure -> seizure(seizure.first(), seizure.grade(at), ", not resolved"))
                .stream();
        var over = domains
                .seizure(state.seizures().severe(), at)
                .or(() -> domains.seizure(state.seizures().any(), at))
                .map(IcansExplainer::seizure)
                .stream();
        return Stream.concat(running, over).toList();
    }

    private static Basis seizure(SeizureEntry entry) {
        var seizure = entry.record().seizure();
        var end = (seizure.resolved() ? ", resolved" : ", not resolved")
                + (seizure.withoutReturn() ? ", no return to baseline" : "");
        return entry.severe()
                ? seizure(
                        entry.record(),
                        ConsensusTable.SEIZURE_PROLONGED_OR_REPEATED,
                        end + (entry.repetitive() ? ": repetitive" : ": longer than 5 min"))
                : seizure(entry.record(), ConsensusTable.SEIZURE, end);
    }

    private static Basis seizure(SeizureRecord record, int grade, String end) {
        var length = record.seizure()
                .durationMinutes()
                .map(minutes -> " of " + Sentences.number(minutes) + " min")
                .orElse(" of unknown length");
        return new Reason(Component.SEIZURE, grade, Rule.ICANS_SEIZURE)
                .of(Sentences.words(record.seizure().type()) + " seizure" + length + end, record.at(), record.id());
    }

    private static List<Finding> graded(IcansState state) {
        return state.findings().present().stream()
                .filter(finding -> ConsensusTable.finding(finding) > 0)
                .toList();
    }

    private static Basis finding(IcansState state, Finding finding) {
        var mark = state.findings().of(finding).orElseThrow();
        return new Reason(Component.of(finding), ConsensusTable.finding(finding), Rule.ICANS_FINDING)
                .of(Sentences.words(finding) + " present", mark.at(), mark.id());
    }

    private List<Basis> stale(IcansState state, Instant at) {
        var window = policy.neuroCheckWindow();
        var scores = new Stale(Component.of(domains.tool()), window, at);
        var levels = new Stale(Component.CONSCIOUSNESS, window, at);
        var score = state.score()
                .filter(used -> used.total().isPresent())
                .flatMap(used -> scores.leftOut(tool() + " " + used.total().orElseThrow(), used.at(), used.id()));
        var level = state.wakefulness()
                .flatMap(found -> levels.leftOut(
                        "level of consciousness (" + Sentences.words(found.level()) + ")", found.at(), found.id()));
        return Stream.of(score, level).flatMap(Optional::stream).toList();
    }

    private List<Basis> notTestable(IcansState state, Instant at) {
        return domains
                .counting(state, at)
                .filter(score -> score.total().isEmpty())
                .map(score -> new Reason(Component.of(domains.tool()), 0, Rule.ICANS_SCORE_UNKNOWN)
                        .of(
                                tool() + " was not testable; an older score does not stand in for it",
                                score.at(),
                                score.id()))
                .stream()
                .toList();
    }

    private static List<Basis> notGraded(IcansState state, Instant at) {
        return state.findings().present().stream()
                .filter(finding -> ConsensusTable.finding(finding) == 0)
                .map(finding -> new Reason(Component.of(finding), 0, Rule.ICANS_NOT_GRADED)
                        .of(
                                Sentences.words(finding) + " never sets a grade",
                                state.findings().of(finding).map(Mark::at).orElse(at),
                                state.findings().of(finding).orElseThrow().id()))
                .toList();
    }

    private List<String> outlook(IcansState state, Instant at) {
        var outlook = new ArrayList<String>();
        domains.known(state, at)
                .ifPresent(score -> outlook.add("The " + tool() + " counts until "
                        + score.at().plus(policy.neuroCheckWindow()) + "; a new one replaces it."));
        if (domains.known(state, at).isEmpty()) {
            outlook.add("A scored " + tool() + " would make the grade known.");
        }
        state.seizures().running().ifPresent(_ -> outlook.add("The seizure counts until one is recorded as resolved."));
        domains.seizure(state.seizures().any(), at)
                .ifPresent(entry ->
                        outlook.add("The seizure counts until " + entry.at().plus(policy.seizureWindow()) + "."));
        graded(state)
                .forEach(finding -> outlook.add(
                        Sentences.capitalised(Sentences.words(finding)) + " counts until it is recorded as absent."));
        return outlook;
    }
}
