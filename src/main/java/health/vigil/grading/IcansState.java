package health.vigil.grading;

import java.util.Optional;

/// Everything that the rules of ICANS can still see.
///
/// @param score the newest use of the tool that applies to the patient
/// @param home the newest sign that a caregiver reported
record IcansState(
        Optional<Score> score,
        Optional<Wakefulness> wakefulness,
        Seizures seizures,
        Findings findings,
        Optional<Mark> tremor,
        Optional<Mark> handwriting,
        Optional<Mark> home,
        Deaths deaths) {
    static final IcansState NONE = new IcansState(
            Optional.empty(),
            Optional.empty(),
            Seizures.NONE,
            Findings.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Deaths.NONE);

    IcansState with(Seizures next) {
        return new IcansState(score, wakefulness, next, findings, tremor, handwriting, home, deaths);
    }

    IcansState with(Findings next) {
        return new IcansState(score, wakefulness, seizures, next, tremor, handwriting, home, deaths);
    }

    IcansState with(Deaths next) {
        return new IcansState(score, wakefulness, seizures, findings, tremor, handwriting, home, next);
    }

    IcansState withHome(Mark next) {
        return new IcansState(
                score, wakefulness, seizures, findings, tremor, handwriting, Mark.newest(home, next), deaths);
    }
}
