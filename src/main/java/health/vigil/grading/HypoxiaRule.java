package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.OxygenTherapy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Hypoxia: by the newest oxygen record, or by SpO2 on room air.
record HypoxiaRule(Patient patient, Policy policy, Attributions attributions) {
    Judgement judge(CrsState state, Instant at) {
        if (attributions.of(Component.HYPOXIA, at).isPresent()) {
            return Judgement.ABSENT;
        }
        int device = state.oxygen().device().map(OxygenEntry::grade).orElse(0);
        if (device >= ConsensusTable.HYPOXIA_ON_ROOM_AIR) {
            return Judgement.standing(device);
        }
        return lowSpo2(state.oxygen(), at)
                .map(spo2 -> Judgement.until(
                        ConsensusTable.HYPOXIA_ON_ROOM_AIR, spo2.at().plus(policy.spo2Window())))
                .orElse(Judgement.ABSENT);
    }

    /// The newest SpO2 if it counts, is low, and no device speaks instead of it.
    Optional<Reading> lowSpo2(Oxygen oxygen, Instant at) {
        return spo2(oxygen, at)
                .filter(spo2 -> oxygen.onRoomAir() && spo2.value().compareTo(policy.spo2Limit()) < 0);
    }

    /// The newest SpO2 if it counts.
    Optional<Reading> spo2(Oxygen oxygen, Instant at) {
        return oxygen.spo2().filter(spo2 -> Windows.counts(spo2.at(), policy.spo2Window(), at));
    }

    /// The grade that a charted device gives while it stands.
    int grade(OxygenTherapy therapy) {
        if (!therapy.reason().equals(Optional.of(OxygenReason.HYPOXIA)) || atHomeFlow(therapy)) {
            return 0;
        }
        return ConsensusTable.device(
                therapy.device(),
                therapy.plausibleFlow().map(ConsensusTable::cannula).orElse(ConsensusTable.LOW_FLOW));
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
