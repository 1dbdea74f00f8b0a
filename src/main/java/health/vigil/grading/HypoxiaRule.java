package health.vigil.grading;

import health.vigil.grading.CrsEvidence.AtHome;
import health.vigil.grading.CrsEvidence.OxygenSupport;
import health.vigil.grading.CrsEvidence.Saturation;
import health.vigil.observation.Component;
import health.vigil.observation.ObservationId;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenTherapy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Hypoxia: by the newest oxygen record for it, or else by a low SpO2.
final class HypoxiaRule {
    private final Patient patient;
    private final Policy policy;
    private final Attributions attributions;
    /// An SpO2 of this patient below this is low.
    private final BigDecimal limit;

    HypoxiaRule(Patient patient, Policy policy, Attributions attributions) {
        this.patient = patient;
        this.policy = policy;
        this.attributions = attributions;
        limit = policy.saturation().of(patient.baseline().spo2());
    }

    Judgement judge(CrsState state, Instant at) {
        if (attributions.of(Component.HYPOXIA, at).isPresent()) {
            return Judgement.ABSENT;
        }
        var oxygen = state.oxygen();
        var spo2 = spo2(oxygen, at);
        boolean low = spo2.isPresent() && low(spo2.get());
        boolean device = oxygen.deviceGrade() > 0;
        var shown = low || !device ? spo2 : Optional.<Reading>empty();
        var home = lowAtHome(state, at);
        if (home.isPresent()) {
            var last = low
                    ? Windows.later(spo2.get().at(), home.get().at())
                    : home.get().at();
            var evidence = evidence(oxygen, shown, home.get());
            return device ? Judgement.lasting(evidence) : Judgement.until(last.plus(policy.spo2Window()), evidence);
        }
        var evidence = evidence(oxygen, shown, low);
        if (device) {
            return Judgement.lasting(evidence);
        }
        return low ? Judgement.until(lastInstantOf(spo2.get()), evidence) : Judgement.absent(evidence);
    }

    /// The same with a low SpO2 at home.
    private List<Evidence> evidence(Oxygen oxygen, Optional<Reading> spo2, Reading home) {
        var evidence = new ArrayList<>(evidence(oxygen, spo2, true));
        var beside = oxygen.counting(true).stream().findFirst();
        evidence.add(new AtHome(saturation(home, beside)));
        return evidence;
    }

    /// The device that counts, for hypoxia or not, and the SpO2.
    private List<Evidence> evidence(Oxygen oxygen, Optional<Reading> spo2, boolean low) {
        var counting = oxygen.counting(low);
        if (counting.isEmpty()) {
            return spo2.isPresent() ? List.of(saturation(spo2.get(), Optional.empty())) : List.of();
        }
        var evidence = new ArrayList<Evidence>(2);
        counting.stream()
                .filter(entry -> entry.therapy().device() != OxygenDevice.ROOM_AIR)
                .findFirst()
                .ifPresent(
                        entry -> evidence.add(support(entry, oxygen.chartedAt().orElseThrow())));
        spo2.ifPresent(reading -> evidence.add(saturation(reading, Optional.of(counting.getFirst()))));
        return evidence;
    }

    private CrsEvidence saturation(Reading spo2, Optional<OxygenEntry> beside) {
        return new Saturation(spo2, beside, limit, policy.spo2Window());
    }

    private Evidence support(OxygenEntry entry, Instant chartedAt) {
        var therapy = entry.therapy();
        var home = therapy.forHypoxia() && atHomeFlow(therapy) ? homeFlow() : Optional.<BigDecimal>empty();
        return new OxygenSupport(entry, chartedAt, home);
    }

    /// The last instant at which an SpO2 counts.
    private Instant lastInstantOf(Reading spo2) {
        return spo2.at().plus(policy.spo2Window());
    }

    /// Whether hypoxia without another cause is treated.
    boolean treated(CrsState state, Instant at) {
        return attributions.of(Component.HYPOXIA, at).isEmpty()
                && state.oxygen().deviceGrade() > 0;
    }

    /// The newest SpO2 if it counts and is low, with or without oxygen.
    Optional<Reading> lowSpo2(Oxygen oxygen, Instant at) {
        return spo2(oxygen, at).filter(this::low);
    }

    /// The newest low SpO2 at home if it counts.
    Optional<Reading> lowAtHome(CrsState state, Instant at) {
        return Reading.counting(state.home().lowSpo2(state.oxygen().spo2()), policy.spo2Window(), at);
    }

    /// The newest SpO2 if it counts.
    Optional<Reading> spo2(Oxygen oxygen, Instant at) {
        return Reading.counting(oxygen.spo2(), policy.spo2Window(), at);
    }

    boolean low(Reading spo2) {
        return spo2.value().compareTo(limit) < 0;
    }

    private Optional<BigDecimal> homeFlow() {
        return patient.baseline().oxygenFlow();
    }

    OxygenEntry entry(OxygenTherapy therapy, ObservationId id) {
        if (therapy.device() == OxygenDevice.ROOM_AIR) {
            return new OxygenEntry(therapy, id, 0, Set.of(), Flag.HYPOXIA_ON_ROOM_AIR);
        }
        var flags = EnumSet.noneOf(Flag.class);
        raise(flags, Flag.REASON_NOT_CHARTED, therapy.reason().isEmpty());
        if (!therapy.forHypoxia() || atHomeFlow(therapy)) {
            return new OxygenEntry(therapy, id, 0, flags, Flag.HYPOXIA_DESPITE_OXYGEN);
        }
        var device = therapy.device();
        var flow = therapy.plausibleFlow();
        raise(flags, Flag.FLOW_NOT_CHARTED, ConsensusTable.gradedByFlow(device) && flow.isEmpty());
        raise(flags, Flag.DEVICE_BY_ANALOGY, ConsensusTable.byAnalogy(device));
        raise(flags, Flag.DEVICE_NOT_KNOWN, device == OxygenDevice.OTHER);
        return new OxygenEntry(therapy, id, ConsensusTable.device(device, flow), flags, Flag.HYPOXIA_NOT_CORRECTED);
    }

    private static void raise(Set<Flag> flags, Flag flag, boolean raised) {
        if (raised) {
            flags.add(flag);
        }
    }

    /// A nasal cannula at or under the flow that the patient has at home.
    private boolean atHomeFlow(OxygenTherapy therapy) {
        return therapy.device() == OxygenDevice.NASAL_CANNULA
                && therapy.plausibleFlow().filter(this::noMoreThanAtHome).isPresent();
    }

    private boolean noMoreThanAtHome(BigDecimal flow) {
        return homeFlow().filter(home -> flow.compareTo(home) <= 0).isPresent();
    }
}
