package health.vigil.context;

import health.vigil.laboratory.Amount;
import health.vigil.laboratory.Lab;
import health.vigil.laboratory.Truth;
import health.vigil.observation.Analyte;
import health.vigil.observation.Drug;
import health.vigil.observation.Medication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Drugs and laboratory results in the list before the patient goes home.
record ReadinessTreatment(PatientState patient) {
    private static final Duration QUIET = Duration.ofDays(2);
    /// Older results say nothing about the trend of now.
    private static final Duration TREND = Duration.ofDays(3);
    private static final String TWICE = "2";

    /// Tocilizumab more than 48 h ago, and steroids off or on a taper that a person ticked.
    List<LineCheck> treatment(Optional<ReadinessTick> tick) {
        return List.of(tocilizumab(), steroids(tick));
    }

    private LineCheck tocilizumab() {
        return patient.entries(Medication.class)
                .filter(entry -> entry.content().drug() == Drug.TOCILIZUMAB)
                .reduce((_, later) -> later)
                .map(dose -> {
                    var text = "tocilizumab " + Elapsed.text(dose.at(), patient.at());
                    var end = dose.at().plus(QUIET);
                    return patient.at().isAfter(end)
                            ? LineCheck.of(true, text)
                            : new LineCheck(
                                    Truth.NO,
                                    text + ", and more than 48 h have to pass",
                                    Optional.of(dose.at()),
                                    Optional.of(end));
                })
                .orElseGet(() -> LineCheck.of(true, "no tocilizumab"));
    }

    private LineCheck steroids(Optional<ReadinessTick> tick) {
        var doses = Steroids.of(patient).map(ChartEntry::at).toList();
        if (doses.isEmpty() || patient.at().isAfter(doses.getLast().plus(QUIET))) {
            return LineCheck.of(true, "no steroid in 48 h");
        }
        var text = "steroid " + Elapsed.text(doses.getLast(), patient.at());
        var said = tick.filter(given -> !given.at().isBefore(begin(doses)));
        if (said.isEmpty()) {
            return LineCheck.of(false, text + ", and no written taper is ticked");
        }
        return LineCheck.of(said.get().done(), text + (said.get().done() ? ", on a written taper" : ", no taper"));
    }

    /// The first dose of the run that has not ended. A taper that was ticked before it was another one.
    private static Instant begin(List<Instant> doses) {
        return doses.reversed().stream()
                .reduce((begin, earlier) -> earlier.plus(QUIET).isBefore(begin) ? begin : earlier)
                .orElseThrow();
    }

    /// Ferritin and CRP fall, or are under twice the baseline, on the last two results.
    List<LineCheck> lateRise() {
        return List.of(trend(Analyte.FERRITIN), trend(Analyte.CRP));
    }

    private LineCheck trend(Analyte analyte) {
        var results = patient.labs().all(analyte);
        if (results.size() < 2 || results.getLast().at().plus(TREND).isBefore(patient.at())) {
            return LineCheck.of(Truth.UNKNOWN, "not two results of " + analyte.word() + ", the last in 72 h");
        }
        var last = results.getLast();
        var before = results.get(results.size() - 2);
        var own = patient.labs().last(analyte, lab -> lab.at().isBefore(patient.infusedAt()));
        var low = own.map(base -> under(base, last).and(under(base, before))).orElse(Truth.NO);
        var text = before.text() + ", then " + last.text()
                + own.map(base -> ", baseline " + base.text()).orElse(", no baseline");
        return LineCheck.of(lower(last.amount(), before.amount()).or(low), text);
    }

    private static Truth under(Lab base, Lab lab) {
        return negated(lab.amount().atLeast(TWICE, base.amount()));
    }

    private static Truth lower(Amount now, Amount before) {
        return negated(now.atLeast("1", before));
    }

    private static Truth negated(Truth truth) {
        return switch (truth) {
            case YES -> Truth.NO;
            case NO -> Truth.YES;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }

    /// The counts of 48 h and the plan of transfusions are known.
    List<LineCheck> counts(Optional<ReadinessTick> tick) {
        return List.of(known(Analyte.NEUTROPHILS), known(Analyte.PLATELETS), plan(tick));
    }

    /// That none are planned is a plan, too.
    private static LineCheck plan(Optional<ReadinessTick> tick) {
        return tick.map(given -> LineCheck.of(
                        true,
                        (given.done() ? "transfusions are planned" : "no transfusions are planned")
                                + given.note().map(text -> ": " + text).orElse("")))
                .orElseGet(() -> LineCheck.of(Truth.UNKNOWN, "nobody ticked whether transfusions are planned"));
    }

    private LineCheck known(Analyte analyte) {
        return patient.newest(analyte)
                .map(lab -> LineCheck.of(true, lab.text()))
                .orElseGet(() -> LineCheck.of(Truth.UNKNOWN, analyte.word() + " not known for 48 h"));
    }
}
