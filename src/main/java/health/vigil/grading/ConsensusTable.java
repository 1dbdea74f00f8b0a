package health.vigil.grading;

import health.vigil.observation.Consciousness;
import health.vigil.observation.Finding;
import health.vigil.observation.OxygenDevice;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// The rows of the consensus tables (Lee 2019: CRS, ICANS for adults, ICANS for children) as numbers.
final class ConsensusTable {
    static final int FEVER = 1;
    static final int HYPOTENSION = 2;
    static final int VASOPRESSOR = 3;
    static final int MULTIPLE_VASOPRESSORS = 4;
    /// The grade of a low SpO2 without a device for hypoxia: oxygen is needed, which means at least low flow.
    static final int LOW_SPO2 = 2;

    static final BigDecimal HIGHEST_LOW_FLOW = BigDecimal.valueOf(6);
    private static final int LOW_FLOW = 2;
    private static final int HIGH_FLOW = 3;

    static final int SEIZURE = 3;
    static final int SEIZURE_PROLONGED_OR_REPEATED = 4;
    /// A seizure longer than this is prolonged. A seizure of at least this duration is status epilepticus.
    static final Duration PROLONGED_SEIZURE = Duration.ofMinutes(5);

    static final int CAPD_POSITIVE = 9;
    static final int CAPD_GRADE = 3;

    private ConsensusTable() {}

    /// The grade of a cannula by its flow in L/min. Low flow is 6 or less.
    static int cannula(BigDecimal flow) {
        return flow.compareTo(HIGHEST_LOW_FLOW) > 0 ? HIGH_FLOW : LOW_FLOW;
    }

    /// The grade of a device for hypoxia. Only a cannula is graded by its flow. An unknown flow counts as low for
    /// a nasal cannula, and as high for a high-flow cannula.
    static int device(OxygenDevice device, Optional<BigDecimal> flow) {
        return switch (device) {
            case ROOM_AIR -> 0;
            case NASAL_CANNULA -> flow.map(ConsensusTable::cannula).orElse(LOW_FLOW);
            case HIGH_FLOW_NASAL_CANNULA -> flow.map(ConsensusTable::cannula).orElse(HIGH_FLOW);
            case BLOW_BY, OTHER -> LOW_FLOW;
            case SIMPLE_MASK, VENTURI_MASK, NON_REBREATHER -> HIGH_FLOW;
            case PARTIAL_REBREATHER, FACE_TENT, TRACHEOSTOMY_MASK, T_PIECE -> HIGH_FLOW;
            case CPAP, BIPAP, VENTILATOR -> 4;
        };
    }

    /// Devices that the table does not name, graded as a mask.
    static boolean byAnalogy(OxygenDevice device) {
        return switch (device) {
            case PARTIAL_REBREATHER, FACE_TENT, TRACHEOSTOMY_MASK, T_PIECE -> true;
            case ROOM_AIR,
                    NASAL_CANNULA,
                    HIGH_FLOW_NASAL_CANNULA,
                    BLOW_BY,
                    SIMPLE_MASK,
                    VENTURI_MASK,
                    NON_REBREATHER,
                    CPAP,
                    BIPAP,
                    VENTILATOR,
                    OTHER -> false;
        };
    }

    /// Devices that are graded by their flow.
    static boolean gradedByFlow(OxygenDevice device) {
        return device == OxygenDevice.NASAL_CANNULA || device == OxygenDevice.HIGH_FLOW_NASAL_CANNULA;
    }

    /// The grade of an ICE below the patient's baseline.
    static int ice(int total) {
        if (total >= 7) {
            return 1;
        }
        return total >= 3 ? 2 : 3;
    }

    static int consciousness(Consciousness level) {
        return switch (level) {
            case AWAKE -> 0;
            case SPONTANEOUS -> 1;
            case VOICE -> 2;
            case TOUCH -> 3;
            case VIGOROUS, UNAROUSABLE -> 4;
        };
    }

    /// The grade of a finding while it stands. Most findings never set a grade.
    static int finding(Finding finding) {
        return switch (finding) {
            case FOCAL_OEDEMA -> 3;
            case DIFFUSE_OEDEMA, PAPILLOEDEMA, POSTURING, SIXTH_NERVE_PALSY, CUSHING_TRIAD, DEEP_FOCAL_WEAKNESS -> 4;
            case INTRACRANIAL_HAEMORRHAGE, MYOCLONUS, HEADACHE, APHASIA -> 0;
            case FACIAL_PALSY, OTHER_CRANIAL_NEUROPATHY -> 0;
            case BRADYKINESIA, RIGIDITY, REST_TREMOR, GAIT_CHANGE, MICROGRAPHIA -> 0;
            case PERSONALITY_CHANGE, MEMORY_CHANGE, LIMB_WEAKNESS_PERIPHERAL -> 0;
            case HAEMOPHAGOCYTOSIS, SPLENOMEGALY -> 0;
        };
    }
}
