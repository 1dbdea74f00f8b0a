package health.vigil.context;

import health.vigil.grading.Syndrome;
import health.vigil.laboratory.Lab;
import health.vigil.laboratory.LaboratoryToxicity;
import health.vigil.laboratory.Labs;
import health.vigil.observation.Analyte;
import health.vigil.observation.Content;
import health.vigil.observation.Finding;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Observation;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The parts of a patient's record that the items read.
record PatientState(Situation situation, Labs labs, Days days, GradeTimes crs, GradeTimes icans) {
    /// Older results do not count as the newest.
    static final Duration RECENT = LaboratoryToxicity.RECENT;

    static PatientState of(Situation situation) {
        return new PatientState(
                situation,
                Labs.of(situation.observations()),
                new Days(situation.infusedAt(), situation.hospital()),
                GradeTimes.of(Syndrome.CRS, situation.changes()),
                GradeTimes.of(Syndrome.ICANS, situation.changes()));
    }

    Instant at() {
        return situation.at();
    }

    Instant infusedAt() {
        return situation.infusedAt();
    }

    int day() {
        return days.of(at());
    }

    List<Observation> observations() {
        return situation.observations();
    }

    Optional<Lab> newest(Analyte analyte) {
        return labs.newest(analyte, at(), RECENT);
    }

    /// The last value in the 14 days before lymphodepletion; before the infusion if that date is unknown.
    Optional<Lab> baseline(Analyte analyte) {
        return labs.before(analyte, situation.lymphodepletionAt().orElse(infusedAt()), LaboratoryToxicity.BASELINE);
    }

    /// The baseline; if there is none, the last value in the 14 days before the infusion.
    Optional<Lab> ownValue(Analyte analyte) {
        return baseline(analyte).or(() -> labs.before(analyte, infusedAt(), LaboratoryToxicity.BASELINE));
    }

    <C extends Content> Stream<ChartEntry<C>> entries(Class<C> kind) {
        return observations().stream()
                .filter(observation -> kind.isInstance(observation.content()))
                .map(observation -> new ChartEntry<>(observation, kind.cast(observation.content())));
    }

    /// The newest record of a finding at a time. Of two records with the same time, "present" wins.
    Optional<ChartEntry<NeuroFinding>> finding(Finding finding, Instant at) {
        return entries(NeuroFinding.class)
                .filter(entry ->
                        entry.content().finding() == finding && !entry.at().isAfter(at))
                .max(Comparator.<ChartEntry<NeuroFinding>, Instant>comparing(ChartEntry::at)
                        .thenComparing(entry -> entry.content().present())
                        .thenComparing(entry -> entry.observation().id()));
    }

    Optional<ChartEntry<NeuroFinding>> present(Finding finding, Instant at) {
        return finding(finding, at).filter(entry -> entry.content().present());
    }

    /// Whether a temperature may count: any of the hospital, and at home one that reaches a limit.
    static Predicate<ChartEntry<VitalSigns>> ofHospitalOr(BigDecimal fever) {
        return entry -> !entry.content().atHome()
                || entry.content()
                        .plausible()
                        .value(VitalSign.TEMPERATURE)
                        .filter(celsius -> celsius.compareTo(fever) >= 0)
                        .isPresent();
    }

    static String homeMark(VitalSigns signs) {
        return signs.atHome() ? " (home, not confirmed)" : "";
    }

    static <C extends Content> Predicate<ChartEntry<C>> from(Instant begin) {
        return entry -> !entry.at().isBefore(begin);
    }
}
