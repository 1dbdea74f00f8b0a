package health.vigil.context;

import health.vigil.grading.Grade;
import health.vigil.laboratory.Truth;
import health.vigil.observation.Ice;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.Tool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The grades and the neurological checks in the list before the patient goes home.
record ReadinessGrades(PatientState patient) {
    private static final Duration QUIET = Duration.ofDays(2);
    private static final int CHECKS = 3;

    List<LineCheck> crs() {
        return List.of(zero("CRS", patient.crs(), QUIET));
    }

    /// ICANS 0 for 48 h, the score at its baseline on the last three checks, and the same handwriting.
    List<LineCheck> icans() {
        return icans(QUIET);
    }

    List<LineCheck> icans(Duration quiet) {
        return List.of(zero("ICANS", patient.icans(), quiet), score(), handwriting());
    }

    /// Whether a grade has been known to be 0 for a time.
    LineCheck zero(String name, GradeTimes times, Duration quiet) {
        var grade = times.at(patient.at());
        if (grade == Grade.UNKNOWN) {
            return LineCheck.of(Truth.UNKNOWN, name + " is not known");
        }
        return times.zeroSince(patient.at())
                .map(since -> LineCheck.waiting(
                        patient.at(),
                        since,
                        since.plus(quiet),
                        name + " is 0 since " + patient.days().text(since)
                                + (patient.at().isBefore(since.plus(quiet))
                                        ? ", and " + quiet.toHours() + " h have to pass"
                                        : "")))
                .orElseGet(
                        () -> LineCheck.of(false, name + " is " + grade.number().orElseThrow()));
    }

    private LineCheck score() {
        var checks = patient.entries(NeuroCheck.class)
                .filter(PatientState.from(patient.infusedAt()))
                .filter(entry -> entry.content().total(Tool.ICE).isPresent()
                        || entry.content().total(Tool.CAPD).isPresent())
                .toList();
        if (checks.isEmpty()) {
            return LineCheck.of(Truth.UNKNOWN, "no ICE or CAPD since the infusion");
        }
        var tool = checks.getLast().content().total(Tool.ICE).isPresent() ? Tool.ICE : Tool.CAPD;
        var totals = checks.stream()
                .flatMap(entry -> entry.content().total(tool).stream())
                .toList();
        return score(tool, totals.subList(Math.max(0, totals.size() - CHECKS), totals.size()));
    }

    private LineCheck score(Tool tool, List<Integer> totals) {
        var name = tool.name();
        var own = own(tool);
        if (own.isEmpty()) {
            return LineCheck.of(Truth.UNKNOWN, "no baseline of " + name);
        }
        var worse =
                totals.stream().filter(total -> worse(tool, total, own.get())).findFirst();
        if (worse.isPresent()) {
            return LineCheck.of(false, name + " " + worse.get() + ", baseline " + own.get());
        }
        return totals.size() < CHECKS
                ? LineCheck.of(Truth.UNKNOWN, totals.size() + " of 3 checks with " + name)
                : LineCheck.of(true, name + " at the baseline of " + own.get() + " on the last 3 checks");
    }

    /// Without a baseline a full ICE is the patient's own. A CAPD has no such value.
    private Optional<Integer> own(Tool tool) {
        var baseline = patient.situation().baseline();
        return switch (tool) {
            case ICE -> baseline.ice().or(() -> Optional.of(Ice.BEST));
            case CAPD -> baseline.capd();
        };
    }

    private static boolean worse(Tool tool, int total, int own) {
        return switch (tool) {
            case ICE -> total < own;
            case CAPD -> total > own;
        };
    }

    /// A change is charted only where there is one; the sentence of the ICE is scored anyway.
    private LineCheck handwriting() {
        var changed = patient.entries(NeuroCheck.class)
                .filter(entry -> entry.content().handwritingChange().isPresent())
                .reduce((_, later) -> later)
                .flatMap(entry -> entry.content().handwritingChange())
                .orElse(false);
        return LineCheck.of(!changed, changed ? "the handwriting has changed" : "no changed handwriting charted");
    }
}
