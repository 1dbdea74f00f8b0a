package health.vigil.oracle;

import java.time.Instant;
import java.util.Set;

/// What the oracle says of one patient at one instant. `null` stands for "not known", as on the wire.
///
/// @param crs        the CRS grade, 0 to 5, or null
/// @param icans      the ICANS grade, 0 to 5, or null
/// @param crsPeak    the highest CRS grade since infusion, or null while none was known
/// @param icansPeak  the highest ICANS grade since infusion, or null while none was known
/// @param crsOnset   the onset of the CRS course that is active, or null
/// @param crsFlags   the review flags of CRS
/// @param icansFlags the review flags of ICANS
public record OracleGrade(
        Integer crs,
        Integer icans,
        Peak crsPeak,
        Peak icansPeak,
        Instant crsOnset,
        Set<String> crsFlags,
        Set<String> icansFlags) {

    /// The flags whose condition the page spells out. The others it only names, and the oracle reads the name.
    public static final Set<String> DEFINED_FLAGS = Set.of(
            "possible-masked-crs", "late-onset", "capd-at-baseline", "status-epilepticus", "intracranial-haemorrhage");

    static final OracleGrade BEFORE_INFUSION = new OracleGrade(null, null, null, null, null, Set.of(), Set.of());

    public OracleGrade {
        crsFlags = Set.copyOf(crsFlags);
        icansFlags = Set.copyOf(icansFlags);
    }

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
