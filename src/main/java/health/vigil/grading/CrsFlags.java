package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.VasopressorAgent.AgentClass;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Finds the flags of CRS.
record CrsFlags(
        Policy policy,
        Patient patient,
        FeverRule fever,
        HypotensionRule hypotension,
        HypoxiaRule hypoxia,
        Attributions attributions) {
    private static final Duration LATE = Duration.ofDays(14);
    private static final Duration EARLY = Duration.ofHours(6);

    /// An SpO2 below this needs no second reading.
    private static final BigDecimal VERY_LOW_SPO2 = BigDecimal.valueOf(85);

    Set<Flag> at(CrsState state, CrsComponents components, Grade grade, Instant at) {
        var up = EnumSet.noneOf(Flag.class);
        raise(up, Flag.POSSIBLE_MASKED_CRS, components.masked());
        raise(up, Flag.SINGLE_READING, grade == Grade.TWO && singleReading(state, components, at));
        raise(up, Flag.TEMPERATURE_STALE, at.isAfter(components.freshUntil()));
        raise(up, Flag.PRESSURE_ARTEFACT, pressureArtefact(state, at));
        raiseForOxygen(up, state, components, at);
        raiseForInfusions(up, state.infusions(), at);
        raiseForAttributions(up, state, components, at);
        state.course().activeOnset().ifPresent(onset -> raiseByOnset(up, onset));
        return up;
    }

    private void raiseForOxygen(Set<Flag> up, CrsState state, CrsComponents components, Instant at) {
        var oxygen = state.oxygen();
        if (oxygen.entries().isEmpty()) {
            raise(up, Flag.HYPOXIA_DEVICE_NOT_CHARTED, components.hypoxia().present());
            return;
        }
        var low = !attributed(Component.HYPOXIA, at)
                && (hypoxia.lowSpo2(oxygen, at).isPresent()
                        || hypoxia.lowAtHome(state, at).isPresent());
        for (var entry : oxygen.counting(low)) {
            up.addAll(entry.flags());
            raise(up, entry.whenLow(), low);
        }
        raise(up, Flag.CONFIRM_OXYGEN, deviceCharted(oxygen) && unconfirmed(oxygen.chartedAt(), at));
    }

    /// Whether a device other than room air is charted.
    private static boolean deviceCharted(Oxygen oxygen) {
        for (var entry : oxygen.entries()) {
            if (entry.therapy().device() != OxygenDevice.ROOM_AIR) {
                return true;
            }
        }
        return false;
    }

    private void raiseForInfusions(Set<Flag> up, Infusions infusions, Instant at) {
        if (infusions.running().isEmpty()) {
            return;
        }
        raise(up, Flag.VASOPRESSIN_ONLY, infusions.vasopressinOnly());
        raise(up, Flag.INOTROPE_NOT_COUNTED, infusions.any(AgentClass.INOTROPE));
        raise(up, Flag.AGENT_NOT_COUNTED, infusions.any(AgentClass.NOT_COUNTED));
        raise(up, Flag.AGENT_NOT_KNOWN, infusions.any(AgentClass.NOT_KNOWN));
        raise(up, Flag.CONFIRM_VASOPRESSOR, unconfirmed(infusions.oldestRecord(), at));
    }

    private void raiseForAttributions(Set<Flag> up, CrsState state, CrsComponents components, Instant at) {
        raise(
                up,
                Flag.ATTRIBUTED_FEVER,
                attributed(Component.FEVER, at)
                        || fever.attributed(state, at).isPresent()
                        || fever.attributedAtHome(state, at).isPresent());
        if (attributions.any()) {
            raise(up, Flag.ATTRIBUTED_HYPOTENSION, attributed(Component.HYPOTENSION, at));
            raise(up, Flag.ATTRIBUTED_HYPOXIA, attributed(Component.HYPOXIA, at));
            raise(up, Flag.ATTRIBUTION_ENDED, attributionEnded(state, components, at));
        }
    }

    private boolean unconfirmed(Optional<Instant> charted, Instant at) {
        return charted.filter(record -> !at.isBefore(record.plus(policy.supportConfirmation())))
                .isPresent();
    }

    /// Whether every component of grade 2 rests on one reading that nothing else confirms.
    private boolean singleReading(CrsState state, CrsComponents components, Instant at) {
        return (components.hypotension().grade() < 2 || singlePressure(state, at))
                && (components.hypoxia().grade() < 2 || singleSpo2(state, at));
    }

    /// One of the hospital and one at home are single only if each of them is.
    private boolean singlePressure(CrsState state, Instant at) {
        var hospital = hypotension.lowPressure(state, at);
        var home = hypotension.lowAtHome(state, at);
        return hypotension.bolus(state, at).isEmpty()
                && (hospital.isPresent() || home.isPresent())
                && hospital.filter(reading -> !single(reading, state.pressures().lowBefore()))
                        .isEmpty()
                && home.filter(reading -> !singleAtHome(reading, state)).isEmpty();
    }

    private boolean single(PressureReading reading, Optional<Instant> before) {
        return !reading.verdict().belowAbsoluteLimit() && alone(reading.at(), before);
    }

    /// A low reading of the hospital confirms one at home, too.
    private boolean singleAtHome(PressureReading reading, CrsState state) {
        var hospital = state.pressures()
                .newest()
                .filter(newest -> newest.verdict().hypotensive())
                .map(PressureReading::at)
                .filter(newest -> newest.isBefore(reading.at()));
        return single(reading, state.home().lowPressures().lowBefore())
                && alone(reading.at(), hospital)
                && alone(reading.at(), state.pressures().lowBefore());
    }

    private boolean singleSpo2(CrsState state, Instant at) {
        var oxygen = state.oxygen();
        var hospital = hypoxia.lowSpo2(oxygen, at);
        var home = hypoxia.lowAtHome(state, at);
        return !deviceCharted(oxygen)
                && (hospital.isPresent() || home.isPresent())
                && hospital.filter(reading -> !single(reading, oxygen.lowBefore()))
                        .isEmpty()
                && home.filter(reading -> !singleAtHome(reading, state)).isEmpty();
    }

    private boolean single(Reading spo2, Optional<Instant> before) {
        return spo2.value().compareTo(VERY_LOW_SPO2) >= 0 && alone(spo2.at(), before);
    }

    private boolean singleAtHome(Reading spo2, CrsState state) {
        var hospital = state.oxygen()
                .spo2()
                .filter(hypoxia::low)
                .map(Reading::at)
                .filter(newest -> newest.isBefore(spo2.at()));
        return single(spo2, state.home().lowSpo2Before())
                && alone(spo2.at(), hospital)
                && alone(spo2.at(), state.oxygen().lowBefore());
    }

    private boolean alone(Instant reading, Optional<Instant> before) {
        return before.filter(other -> Windows.counts(other, policy.repeatInterval(), reading))
                .isEmpty();
    }

    private boolean pressureArtefact(CrsState state, Instant at) {
        return contradicting(state)
                        .filter(pressure -> Windows.counts(pressure.at(), policy.bloodPressureWindow(), at))
                        .isPresent()
                || hypotension
                        .lowAtHome(state, at)
                        .filter(PressureReading::contradicts)
                        .isPresent();
    }

    /// The newest pressure if its values contradict each other.
    private static Optional<PressureReading> contradicting(CrsState state) {
        return state.pressures().newest().filter(PressureReading::contradicts);
    }

    /// Whether an attribution ended while its component counts, and the component was not recorded since. A low
    /// reading at home does not stand for a later one of the hospital.
    private boolean attributionEnded(CrsState state, CrsComponents components, Instant at) {
        return ended(Component.FEVER, newestAttributedFever(state, at), at)
                || ended(Component.FEVER, newestAttributedFeverAtHome(state, at), at)
                || ended(Component.HYPOTENSION, newestOfHypotension(state, components), at)
                || ended(Component.HYPOTENSION, hypotension.lowAtHome(state, at).map(PressureReading::at), at)
                || ended(Component.HYPOXIA, newestOfHypoxia(state, components), at)
                || ended(Component.HYPOXIA, hypoxia.lowAtHome(state, at).map(Reading::at), at);
    }

    private boolean ended(Component component, Optional<Instant> newest, Instant at) {
        return newest.isPresent()
                && !attributed(component, at)
                && attributions
                        .ended(component, at)
                        .filter(end -> newest.get().isBefore(end))
                        .isPresent();
    }

    private Optional<Instant> newestAttributedFever(CrsState state, Instant at) {
        return fever.attributed(state, at)
                .flatMap(_ -> state.temperatures().newest())
                .map(Reading::at);
    }

    private Optional<Instant> newestAttributedFeverAtHome(CrsState state, Instant at) {
        return fever.attributedAtHome(state, at)
                .flatMap(attributed -> latest(
                        Optional.of(attributed.at()),
                        state.home().fever().map(Reading::at),
                        state.temperatures().newest().map(Reading::at)));
    }

    private static Optional<Instant> newestOfHypotension(CrsState state, CrsComponents components) {
        return components.hypotension().presentInHospital()
                ? latest(
                        state.infusions().newestRecord(),
                        state.pressures().newest().map(PressureReading::at),
                        state.bolus().map(Reading::at))
                : Optional.empty();
    }

    private static Optional<Instant> newestOfHypoxia(CrsState state, CrsComponents components) {
        return components.hypoxia().presentInHospital()
                ? latest(state.oxygen().chartedAt(), state.oxygen().spo2().map(Reading::at), Optional.empty())
                : Optional.empty();
    }

    private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other, Optional<Instant> third) {
        return Optional.of(Windows.later(
                        one.orElse(Instant.MIN), Windows.later(other.orElse(Instant.MIN), third.orElse(Instant.MIN))))
                .filter(instant -> !instant.equals(Instant.MIN));
    }

    private boolean attributed(Component component, Instant at) {
        return attributions.of(component, at).isPresent();
    }

    private void raiseByOnset(Set<Flag> up, Instant onset) {
        var sinceInfusion = Duration.between(patient.newestInfusion(onset), onset);
        raise(up, Flag.LATE_ONSET, sinceInfusion.compareTo(LATE) > 0);
        raise(up, Flag.FEVER_WITHIN_6H_OF_INFUSION, sinceInfusion.compareTo(EARLY) <= 0);
    }

    /// The first instant after `at` at which a flag changes by itself without a change of a component.
    Instant nextChange(CrsState state, Instant at) {
        var oxygen = state.oxygen();
        var next = Windows.earlier(
                deviceCharted(oxygen) ? confirmationDue(oxygen.chartedAt(), at) : Instant.MAX,
                confirmationDue(state.infusions().oldestRecord(), at));
        next = Windows.earlierAfter(
                at, next, end(oxygen.spo2().filter(hypoxia::low).map(Reading::at), policy.spo2Window()));
        next = Windows.earlierAfter(
                at, next, end(contradicting(state).map(PressureReading::at), policy.bloodPressureWindow()));
        next = Windows.earlierAfter(
                at,
                next,
                end(state.home().lowPressures().newest().map(PressureReading::at), policy.bloodPressureWindow()));
        next = Windows.earlierAfter(
                at, next, end(fever.attributedAtHome(state, at).map(Reading::at), policy.feverWindow()));
        return Windows.earlierAfter(at, next, end(state.home().lowSpo2().map(Reading::at), policy.spo2Window()));
    }

    private Instant confirmationDue(Optional<Instant> charted, Instant at) {
        return charted.map(record -> record.plus(policy.supportConfirmation()))
                .filter(at::isBefore)
                .orElse(Instant.MAX);
    }

    private static Instant end(Optional<Instant> begin, Duration window) {
        return begin.map(instant -> instant.plus(window)).orElse(Instant.MIN);
    }

    private static void raise(Set<Flag> up, Flag flag, boolean raised) {
        if (raised) {
            up.add(flag);
        }
    }
}
