package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.ObservationId;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenTherapy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Hypoxia: by the newest oxygen record for it, else by a low SpO2.
final class HypoxiaRule {
    private final Patient patient;
    private final Policy policy;
    private final Attributions attributions;
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
        int device = state.oxygen().deviceGrade();
        if (device > 0) {
            return Judgement.standing(device);
        }
        return lowSpo2(state.oxygen(), at)
                .map(spo2 -> Judgement.until(ConsensusTable.LOW_SPO2, spo2.at().plus(policy.spo2Window())))
                .orElse(Judgement.ABSENT);
    }

    /// Whether hypoxia with no other cause is being treated.
    boolean treated(CrsState state, Instant at) {
        return attributions.of(Component.HYPOXIA, at).isEmpty()
                && state.oxygen().deviceGrade() > 0;
    }

    /// The newest SpO2 if it counts and is low, whatever is given.
    Optional<Reading> lowSpo2(Oxygen oxygen, Instant at) {
        return spo2(oxygen, at).filter(this::low);
    }

    /// The newest SpO2 if it counts.
    Optional<Reading> spo2(Oxygen oxygen, Instant at) {
        return oxygen.spo2().filter(spo2 -> Windows.counts(spo2.at(), policy.spo2Window(), at));
    }

    boolean low(Reading spo2) {
        return spo2.value().compareTo(limit) < 0;
    }

    /// Below it an SpO2 of this patient is low.
    BigDecimal limit() {
        return limit;
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
    boolean atHomeFlow(OxygenTherapy therapy) {
        return therapy.device() == OxygenDevice.NASAL_CANNULA
                && therapy.plausibleFlow().filter(this::noMoreThanAtHome).isPresent();
    }

    private boolean noMoreThanAtHome(BigDecimal flow) {
        return patient.baseline()
                .oxygenFlow()
                .filter(home -> flow.compareTo(home) <= 0)
                .isPresent();
    }
}
