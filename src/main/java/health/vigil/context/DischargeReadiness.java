package health.vigil.context;

import health.vigil.laboratory.Truth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The list that is read before a patient goes home: which lines are met, and what the others lack. It is no
/// verdict, and the physician decides.
///
/// @param day the day since the infusion
/// @param lines all lines in order; none before the infusion
public record DischargeReadiness(int day, List<LineFinding> lines) {
    public DischargeReadiness {
        lines = List.copyOf(lines);
    }

    /// The list at the time of a situation.
    ///
    /// @param ticks what people said, in any order; later ticks are ignored
    public static DischargeReadiness of(Situation situation, List<ReadinessTick> ticks) {
        return of(PatientState.of(situation), ticks);
    }

    static DischargeReadiness of(PatientState patient, List<ReadinessTick> ticks) {
        return new DischargeReadiness(
                patient.day(),
                patient.at().isBefore(patient.infusedAt())
                        ? List.of()
                        : Arrays.stream(DischargeLine.values())
                                .map(line -> line(line, patient, newest(line, patient, ticks)))
                                .toList());
    }

    private static Optional<ReadinessTick> newest(DischargeLine line, PatientState patient, List<ReadinessTick> ticks) {
        return ticks.stream()
                .filter(tick -> tick.line() == line && !tick.at().isAfter(patient.at()))
                .max(Comparator.comparing(ReadinessTick::at).thenComparing(ReadinessTick::id));
    }

    private static LineFinding line(DischargeLine line, PatientState patient, Optional<ReadinessTick> tick) {
        var checks = switch (line) {
            case DAY -> List.of(day(patient));
            case FEVER -> new ReadinessVitals(patient).fever();
            case CRS -> new ReadinessGrades(patient).crs();
            case CIRCULATION -> new ReadinessVitals(patient).circulation();
            case ICANS -> new ReadinessGrades(patient).icans();
            case TREATMENT -> new ReadinessTreatment(patient).treatment(tick);
            case LATE_RISE -> new ReadinessTreatment(patient).lateRise();
            case COUNTS -> new ReadinessTreatment(patient).counts(tick);
            case INFECTION, HOME, TEACHING, NEXT_VISIT -> List.of(ticked(tick));
        };
        return LineCheck.line(line, checks, tick);
    }

    private static LineCheck day(PatientState patient) {
        var situation = patient.situation();
        var earliest = situation.policy().discharge().of(situation.product());
        var product = situation.product().filter(name -> !name.isBlank());
        var general = product.map(name -> ", the general day, because " + name + " has no day of its own")
                .orElse(", the general day, because no product is recorded");
        var text = "day " + patient.day() + ", first day " + earliest.day()
                + (earliest.known() ? " for " + product.orElse("") : general);
        return LineCheck.waiting(
                patient.at(), patient.infusedAt(), patient.days().begin(earliest.day()), text);
    }

    private static LineCheck ticked(Optional<ReadinessTick> tick) {
        if (tick.isEmpty()) {
            return LineCheck.of(false, "not ticked");
        }
        var given = tick.get();
        var note = given.note().map(text -> ": " + text).orElse("");
        return new LineCheck(
                Truth.of(given.done()),
                (given.done() ? "done" : "not done") + note,
                Optional.of(given.at()),
                Optional.empty());
    }

    /// The lines that are open, or not known.
    public List<DischargeLine> lines(Truth met) {
        return lines.stream()
                .filter(finding -> finding.met() == met)
                .map(LineFinding::line)
                .toList();
    }

    /// The lines that are open or not known, in order.
    public List<LineFinding> notMet() {
        return lines.stream().filter(finding -> !finding.met().holds()).toList();
    }

    /// The list as one of the items beside the grades.
    ContextItem item() {
        var item = new ItemBuilder(ItemKind.DISCHARGE_READINESS);
        if (lines.isEmpty()) {
            return item.reason("before the infusion").build();
        }
        lines.forEach(finding -> item.fact(
                Fact.of(finding.line().id(), finding.met(), finding.why()).ending(finding.until())));
        item.number("met", lines(Truth.YES).size())
                .number("open", lines(Truth.NO).size())
                .number("unknown", lines(Truth.UNKNOWN).size())
                .band("list");
        lines(Truth.UNKNOWN).forEach(line -> item.missing(line.id()));
        return item.text(text()).build();
    }

    private String text() {
        return Stream.of(named("open", Truth.NO), named("not known", Truth.UNKNOWN))
                .flatMap(Optional::stream)
                .reduce((open, unknown) -> open + "; " + unknown)
                .map(rest -> "Day " + day + ": " + rest)
                .orElse("Day " + day + ": every line is met");
    }

    private Optional<String> named(String state, Truth met) {
        var ids = lines(met).stream().map(DischargeLine::id).collect(Collectors.joining(", "));
        return Optional.of(state + " " + ids).filter(_ -> !ids.isEmpty());
    }
}
