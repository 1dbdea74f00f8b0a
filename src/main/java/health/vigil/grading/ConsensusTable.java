package health.vigil.grading;

import health.vigil.observation.Consciousness;
import health.vigil.observation.Finding;
import health.vigil.observation.OxygenDevice;
import java.math.BigDecimal;

/// The rows of the consensus tables (Lee 2019, tables 2, 4 and 5) as numbers, in one place to read.
final class ConsensusTable {
    static final int FEVER = 1;
    static final int HYPOTENSION = 2;
    static final int VASOPRESSOR = 3;
    static final int MULTIPLE_VASOPRESSORS = 4;
    /// SpO2 is low and no device is charted: oxygen is needed, so at least low flow.
    static final int HYPOXIA_ON_ROOM_AIR = 2;

    private static final BigDecimal HIGHEST_LOW_FLOW = BigDecimal.valueOf(6);
    static final int LOW_FLOW = 2;
    private static final int HIGH_FLOW = 3;

    static final int SEIZURE = 3;
    static final int SEIZURE_PROLONGED_OR_REPEATED = 4;
    /// A seizure longer than this is prolonged; from this on it is status epilepticus.
    static final BigDecimal PROLONGED_SEIZURE_MINUTES = BigDecimal.valueOf(5);

    static final int CAPD_POSITIVE = 9;
    static final int CAPD_GRADE = 3;

    private ConsensusTable() {}

    /// A cannula by its flow in L/min: low flow is 6 or less. An unknown flow is taken as low.
    static int cannula(BigDecimal flow) {
        return flow.compareTo(HIGHEST_LOW_FLOW) > 0 ? HIGH_FLOW : LOW_FLOW;
    }

    /// What a device for hypoxia gives whatever its flow; a cannula is graded by {@link #cannula}.
    static int device(OxygenDevice device, int cannula) {
        return switch (device) {
            case ROOM_AIR -> 0;
            case NASAL_CANNULA, HIGH_FLOW_NASAL_CANNULA -> cannula;
            case BLOW_BY -> LOW_FLOW;
            case SIMPLE_MASK, VENTURI_MASK, NON_REBREATHER -> HIGH_FLOW;
            case CPAP, BIPAP, VENTILATOR -> 4;
        };
    }

    /// ICE under the patient's own best.
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

    /// Haemorrhage, myoclonus and headache never set a grade.
    static int finding(Finding finding) {
        return switch (finding) {
            case FOCAL_OEDEMA -> 3;
            case DIFFUSE_OEDEMA, PAPILLOEDEMA, POSTURING, SIXTH_NERVE_PALSY, CUSHING_TRIAD, DEEP_FOCAL_WEAKNESS -> 4;
            case INTRACRANIAL_HAEMORRHAGE, MYOCLONUS, HEADACHE -> 0;
        };
    }
}
