package health.vigil.context;

import health.vigil.grading.Infusions;
import health.vigil.laboratory.Lab;
import health.vigil.observation.Analyte;
import health.vigil.observation.Component;
import health.vigil.observation.Death;
import health.vigil.observation.DeathCause;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import health.vigil.observation.Indication;
import health.vigil.observation.Medication;
import health.vigil.observation.Observation;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Transfusion;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The lowest grade of IEC-HS that fits the facts recorded since the pattern began. Only a physician gives
/// the grade itself.
record HlhCourse(PatientState patient, Instant since) {
    private static final Duration BOLUS = Duration.ofHours(6);
    private static final Duration OVERLAP = Duration.ofMinutes(30);
    private static final Set<OxygenDevice> POSITIVE_PRESSURE =
            EnumSet.of(OxygenDevice.VENTILATOR, OxygenDevice.CPAP, OxygenDevice.BIPAP);
    private static final Set<Transfusion.Product> CLOTTING =
            EnumSet.of(Transfusion.Product.CRYOPRECIPITATE, Transfusion.Product.FIBRINOGEN);

    /// The facts with the grade that each fits, highest first.
    Map<String, Integer> facts() {
        var facts = new LinkedHashMap<String, Integer>();
        put(facts, 5, "death of IEC-HS", died());
        put(facts, 4, "ventilator, CPAP or BiPAP for hypoxia", ventilated());
        put(facts, 4, "two vasopressors", twoVasopressors());
        put(facts, 3, "transfusion for bleeding", transfused(Transfusion.TransfusionReason.BLEEDING));
        put(facts, 3, "creatinine of 1.5 times the baseline, new", kidneys());
        put(facts, 3, "hypotension that began after it", hypotension());
        put(facts, 3, "oxygen for hypoxia that began after it", oxygen());
        put(facts, 2, "a drug for IEC-HS", drug());
        put(facts, 2, "cryoprecipitate or fibrinogen for a count", clotting());
        return facts;
    }

    private static void put(Map<String, Integer> facts, int grade, String fact, boolean is) {
        if (is) {
            facts.put(fact, grade);
        }
    }

    private boolean after(Instant instant) {
        return !instant.isBefore(since);
    }

    private boolean died() {
        return patient.entries(Death.class).anyMatch(entry -> entry.content().cause() == DeathCause.IEC_HS);
    }

    private boolean ventilated() {
        return patient.entries(OxygenTherapy.class)
                .anyMatch(entry -> after(entry.at())
                        && POSITIVE_PRESSURE.contains(entry.content().device())
                        && entry.content().forHypoxia());
    }

    private boolean transfused(Transfusion.TransfusionReason reason) {
        return patient.entries(Transfusion.class)
                .anyMatch(entry -> after(entry.at()) && entry.content().reason() == reason);
    }

    private boolean clotting() {
        return patient.entries(Transfusion.class)
                .anyMatch(entry -> after(entry.at())
                        && CLOTTING.contains(entry.content().product())
                        && entry.content().reason() == Transfusion.TransfusionReason.COUNT);
    }

    private boolean drug() {
        return patient.entries(Medication.class)
                .anyMatch(entry -> after(entry.at())
                        && entry.content()
                                .indication()
                                .filter(Indication.IEC_HS::equals)
                                .isPresent());
    }

    /// Creatinine has reached 1.5 times the baseline, and had not when the pattern began.
    private boolean kidneys() {
        return patient.ownValue(Analyte.CREATININE)
                .map(baseline -> !injured(baseline, false) && injured(baseline, true))
                .orElse(false);
    }

    private boolean injured(Lab baseline, boolean afterwards) {
        return patient.labs()
                .where(Analyte.CREATININE, lab -> lab.at().isAfter(baseline.at()) && after(lab.at()) == afterwards)
                .anyMatch(lab -> lab.amount().atLeast("1.5", baseline.amount()).holds());
    }

    /// Oxygen for hypoxia has started since.
    private boolean oxygen() {
        var running = false;
        for (var entry : patient.entries(OxygenTherapy.class).toList()) {
            var forHypoxia = entry.content().forHypoxia();
            if (forHypoxia && !running && after(entry.at())) {
                return true;
            }
            running = forHypoxia;
        }
        return false;
    }

    /// A vasopressor, a bolus or a low pressure since then, with neither a vasopressor nor a bolus just
    /// before.
    private boolean hypotension() {
        var before = since.minusNanos(1000);
        if (!runningAt(before).isEmpty() || boluses(since.minus(BOLUS), before)) {
            return false;
        }
        return steps().keySet().stream()
                        .anyMatch(at -> after(at) && !runningAt(at).isEmpty())
                || boluses(since, patient.at())
                || lowPressure();
    }

    private boolean boluses(Instant from, Instant to) {
        return patient.entries(FluidBolus.class)
                .anyMatch(entry -> entry.content().reason() == FluidReason.HYPOTENSION
                        && !entry.at().isBefore(from)
                        && !entry.at().isAfter(to));
    }

    private boolean lowPressure() {
        return patient.situation().grades().crs().basis().stream()
                .anyMatch(basis -> basis.component() == Component.HYPOTENSION
                        && basis.grade() >= 2
                        && basis.effectiveAt().filter(this::after).isPresent());
    }

    /// Whether two have run together for the overlap since then. A changed rate does not interrupt that time.
    private boolean twoVasopressors() {
        var infusions = Infusions.NONE;
        var together = Optional.<Instant>empty();
        for (var step : steps().entrySet()) {
            if (overlapped(together, step.getKey())) {
                return true;
            }
            infusions = infusions.with(step.getValue());
            var begin = after(step.getKey()) ? step.getKey() : since;
            together = counted(infusions) > 1 ? Optional.of(together.orElse(begin)) : Optional.empty();
        }
        return overlapped(together, patient.at());
    }

    private static boolean overlapped(Optional<Instant> together, Instant until) {
        return together.filter(begin -> !until.isBefore(begin.plus(OVERLAP))).isPresent();
    }

    private static long counted(Infusions infusions) {
        return infusions.running().keySet().stream()
                .filter(agent -> agent.agentClass() == VasopressorAgent.AgentClass.VASOPRESSOR)
                .count();
    }

    /// The vasopressor records at each time.
    private Map<Instant, List<Observation>> steps() {
        return patient.observations().stream()
                .filter(observation -> observation.content() instanceof Vasopressor given
                        && given.agent().vasopressor())
                .collect(Collectors.groupingBy(Observation::effectiveAt, LinkedHashMap::new, Collectors.toList()));
    }

    private Set<VasopressorAgent> runningAt(Instant at) {
        var infusions = Infusions.NONE;
        for (var step : steps().entrySet()) {
            if (!step.getKey().isAfter(at)) {
                infusions = infusions.with(step.getValue());
            }
        }
        return infusions.running().keySet();
    }
}
