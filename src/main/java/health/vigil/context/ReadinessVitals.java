package health.vigil.context;

import health.vigil.laboratory.Truth;
import health.vigil.observation.Count;
import health.vigil.observation.Drug;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import health.vigil.observation.Medication;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Fever, pressure and oxygen in the list before the patient goes home.
record ReadinessVitals(PatientState patient) {
    private static final BigDecimal FEVER = new BigDecimal("38.0");
    private static final BigDecimal SATURATED = BigDecimal.valueOf(92);
    private static final Duration QUIET = Duration.ofDays(2);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration ANTIPYRETIC = Duration.ofHours(12);
    private static final int READINGS = 3;

    private record MeasuredSign(Instant at, BigDecimal value, String homeMark) {}

    /// No fever for 48 h, three temperatures in 24 h, and no antipyretic in 12 h.
    List<LineCheck> fever() {
        var temperatures = readings(VitalSign.TEMPERATURE);
        if (temperatures.isEmpty()) {
            return List.of(LineCheck.of(Truth.UNKNOWN, "no temperature in 48 h"), antipyretic());
        }
        return List.of(afebrile(temperatures), measured(temperatures), antipyretic());
    }

    private LineCheck afebrile(List<MeasuredSign> temperatures) {
        return temperatures.stream()
                .filter(reading -> reading.value().compareTo(FEVER) >= 0)
                .reduce((_, later) -> later)
                .map(fever -> LineCheck.waiting(
                        patient.at(),
                        fever.at(),
                        fever.at().plus(QUIET),
                        fever.value().toPlainString() + " Cel" + fever.homeMark() + " " + ago(fever.at())
                                + ", and 48 h have to pass"))
                .orElseGet(() -> LineCheck.of(true, "no temperature of 38.0 or more in 48 h"));
    }

    private LineCheck measured(List<MeasuredSign> temperatures) {
        var lately = temperatures.stream()
                .filter(reading -> !reading.at().isBefore(patient.at().minus(DAY)))
                .count();
        return LineCheck.of(
                lately >= READINGS,
                Count.of(lately, "temperature").text() + " in 24 h, the last "
                        + ago(temperatures.getLast().at()));
    }

    private LineCheck antipyretic() {
        return patient.entries(Medication.class)
                .filter(entry -> entry.content().effect() == Drug.Effect.ANTIPYRETIC)
                .reduce((_, later) -> later)
                .map(dose -> {
                    var text = dose.content().drug().word() + " " + ago(dose.at());
                    return patient.at().isAfter(dose.at().plus(ANTIPYRETIC))
                            ? LineCheck.of(true, text)
                            : new LineCheck(
                                    Truth.NO,
                                    text + ", and more than 12 h have to pass",
                                    Optional.of(dose.at()),
                                    Optional.of(dose.at().plus(ANTIPYRETIC)));
                })
                .orElseGet(() -> LineCheck.of(true, "no antipyretic"));
    }

    /// No bolus for hypotension and no vasopressor for 48 h, and enough oxygen on air or at the flow of home.
    List<LineCheck> circulation() {
        return List.of(bolus(), vasopressor(), saturation());
    }

    private LineCheck bolus() {
        return patient.entries(FluidBolus.class)
                .filter(entry -> entry.content().reason() == FluidReason.HYPOTENSION)
                .reduce((_, later) -> later)
                .map(given -> LineCheck.waiting(
                        patient.at(),
                        given.at(),
                        given.at().plus(QUIET),
                        "the last bolus for hypotension was given " + ago(given.at())))
                .orElseGet(() -> LineCheck.of(true, "no bolus for hypotension"));
    }

    /// The newest record of an agent may be its end, so it ran until then.
    private LineCheck vasopressor() {
        var running = patient.situation().grades().running().stream()
                .filter(agent -> agent.agent().vasopressor())
                .findFirst();
        if (running.isPresent()) {
            return new LineCheck(
                    Truth.NO,
                    running.get().agent().word() + " is running",
                    Optional.of(running.get().since()),
                    Optional.empty());
        }
        return patient.entries(Vasopressor.class)
                .filter(entry -> entry.content().agent().vasopressor())
                .reduce((_, later) -> later)
                .map(last -> LineCheck.waiting(
                        patient.at(),
                        last.at(),
                        last.at().plus(QUIET),
                        "the last record of a vasopressor is of " + ago(last.at())))
                .orElseGet(() -> LineCheck.of(true, "no vasopressor"));
    }

    private LineCheck saturation() {
        var readings = readings(VitalSign.SPO2);
        var last = readings.subList(Math.max(0, readings.size() - READINGS), readings.size());
        var low = last.stream()
                .filter(reading -> reading.value().compareTo(SATURATED) < 0)
                .findFirst();
        if (low.isPresent()) {
            return LineCheck.of(
                    false,
                    "SpO2 " + low.get().value().toPlainString() + " %"
                            + low.get().homeMark() + " " + ago(low.get().at()) + ", under 92");
        }
        var supported =
                last.stream().flatMap(reading -> support(reading).stream()).findFirst();
        if (supported.isPresent()) {
            return LineCheck.of(false, "SpO2 with " + supported.get().device().word());
        }
        return last.size() < READINGS
                ? LineCheck.of(Truth.UNKNOWN, last.size() + " of 3 readings of SpO2 in 48 h")
                : LineCheck.of(true, "SpO2 92 % or more on the last 3 readings without more oxygen than at home");
    }

    /// The oxygen beside a reading, unless it is room air or the flow of home. Nothing charted counts as room air.
    private Optional<OxygenTherapy> support(MeasuredSign reading) {
        return patient.entries(OxygenTherapy.class)
                .filter(entry -> !entry.at().isAfter(reading.at()))
                .reduce((_, later) -> later)
                .map(ChartEntry::content)
                .filter(therapy -> therapy.device() != OxygenDevice.ROOM_AIR && !asAtHome(therapy));
    }

    private boolean asAtHome(OxygenTherapy therapy) {
        var home = patient.situation().baseline().oxygenFlow();
        return therapy.device() == OxygenDevice.NASAL_CANNULA
                && home.isPresent()
                && therapy.plausibleFlow()
                        .filter(flow -> flow.compareTo(home.get()) <= 0)
                        .isPresent();
    }

    /// The plausible readings of 48 h, in order of time. Of those taken at home only the worse count.
    private List<MeasuredSign> readings(VitalSign sign) {
        return patient.entries(VitalSigns.class)
                .filter(PatientState.from(patient.at().minus(QUIET)))
                .filter(entry -> !entry.content().atHome() || worse(entry.content(), sign))
                .flatMap(entry -> entry.content().plausible().value(sign).stream()
                        .map(value -> new MeasuredSign(entry.at(), value, PatientState.homeMark(entry.content()))))
                .toList();
    }

    private static boolean worse(VitalSigns signs, VitalSign sign) {
        var value = signs.plausible().value(sign);
        return switch (sign) {
            case TEMPERATURE -> value.filter(read -> read.compareTo(FEVER) >= 0).isPresent();
            case SPO2 -> value.filter(read -> read.compareTo(SATURATED) < 0).isPresent();
            case SYSTOLIC, DIASTOLIC, MEAN_ARTERIAL_PRESSURE, HEART_RATE, RESPIRATORY_RATE -> false;
        };
    }

    private String ago(Instant at) {
        return Elapsed.text(at, patient.at());
    }
}
