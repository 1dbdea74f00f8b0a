package health.vigil.oracle;

import java.time.Instant;
import java.util.Set;

/// The oracle's result for one patient at one time. `null` means "not known", as on the wire.
///
/// @param crs the CRS grade, 0 to 5, or null
/// @param icans the ICANS grade, 0 to 5, or null
/// @param crsPeak the highest CRS grade since infusion, or null while none was known
/// @param icansPeak the highest ICANS grade since infusion, or null while none was known
/// @param crsOnset the onset of the active CRS course, or null
/// @param crsCourse the newest CRS course, active or not, or null while there was none
/// @param crsFlags the review flags of CRS
/// @param icansFlags the review flags of ICANS
public record OracleGrade(
        Integer crs,
        Integer icans,
        Peak crsPeak,
        Peak icansPeak,
        Instant crsOnset,
        Course crsCourse,
        Set<String> crsFlags,
        Set<String> icansFlags) {

    /// The flags whose condition the page defines. The others it only names, and the oracle goes by the name.
    public static final Set<String> DEFINED_FLAGS = Set.of(
            "possible-masked-crs",
            "hypoxia-despite-oxygen",
            "hypoxia-not-corrected",
            "hypoxia-device-not-charted",
            "hypoxia-on-room-air",
            "flow-not-charted",
            "device-by-analogy",
            "device-not-known",
            "reason-not-charted",
            "confirm-oxygen",
            "vasopressin-only",
            "agent-not-known",
            "inotrope-not-counted",
            "agent-not-counted",
            "confirm-vasopressor",
            "late-onset",
            "single-reading",
            "ice-at-baseline",
            "ice-partial",
            "capd-at-baseline",
            "post-ictal",
            "seizure-length-not-known",
            "status-epilepticus",
            "early-sign",
            "non-icans-neurotoxicity",
            "intracranial-haemorrhage");

    static final OracleGrade BEFORE_INFUSION = new OracleGrade(null, null, null, null, null, null, Set.of(), Set.of());

    public OracleGrade {
        crsFlags = Set.copyOf(crsFlags);
        icansFlags = Set.copyOf(icansFlags);
    }

    /// A course of CRS.
    ///
    /// @param treated for an ended course: whether it was treated at its end
    /// @param openedBy `physician` if one opened it or its gate, else null
    /// @param endsAt while it is open and nothing counts, its last instant if nothing comes; else null
    /// @param closedAt when it ended, by itself or because a physician closed it; null while it is open
    public record Course(
            boolean open, Instant onset, boolean treated, String openedBy, Instant endsAt, Instant closedAt) {}

    /// A highest grade and the first instant it was reached.
    ///
    /// @param grade 0 to 5
    /// @param at    the first instant
    public record Peak(int grade, Instant at) {

        static Peak higher(Peak soFar, Integer grade, Instant now) {
            boolean rises = grade != null && (soFar == null || grade > soFar.grade());
            return rises ? new Peak(grade, now) : soFar;
        }
    }
}
