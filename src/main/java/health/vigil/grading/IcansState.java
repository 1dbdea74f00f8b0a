package health.vigil.grading;

import java.util.Optional;

/// Everything that the rules of ICANS can still see.
///
/// @param score the newest use of the tool that applies to the patient
record IcansState(
        Optional<Score> score,
        Optional<Wakefulness> wakefulness,
        Seizures seizures,
        Findings findings,
        Optional<Mark> tremor,
        Optional<Mark> handwriting,
        Deaths deaths) {
    static final IcansState NONE = new IcansState(
            Optional.empty(),
            Optional.empty(),
            Seizures.NONE,
            Findings.NONE,
            Optional.empty(),
            Optional.empty(),
            Deaths.NONE);

    IcansState with(Seizures next) {
        return new IcansState(score, wakefulness, next, findings, tremor, handwriting, deaths);
    }

    IcansState with(Findings next) {
        return new IcansState(score, wakefulness, seizures, next, tremor, handwriting, deaths);
    }

    IcansState with(Deaths next) {
        return new IcansState(score, wakefulness, seizures, findings, tremor, handwriting, next);
    }
}
