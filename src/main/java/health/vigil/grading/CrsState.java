package health.vigil.grading;

import java.util.Optional;

/// Everything that the rules of CRS can still see.
///
/// @param bolus the newest fluid bolus given for hypotension
record CrsState(
        Course course,
        Temperatures temperatures,
        Pressures pressures,
        Optional<Reading> bolus,
        Infusions infusions,
        Oxygen oxygen,
        Treatments treatments,
        Artefacts artefacts,
        Deaths deaths) {
    static final CrsState NONE = new CrsState(
            Course.NONE,
            Temperatures.NONE,
            Pressures.NONE,
            Optional.empty(),
            Infusions.NONE,
            Oxygen.NONE,
            Treatments.NONE,
            Artefacts.NONE,
            Deaths.NONE);

    CrsState with(Course next) {
        return next.equals(course)
                ? this
                : new CrsState(next, temperatures, pressures, bolus, infusions, oxygen, treatments, artefacts, deaths);
    }

    CrsState with(Infusions next) {
        return new CrsState(course, temperatures, pressures, bolus, next, oxygen, treatments, artefacts, deaths);
    }

    CrsState with(Oxygen next) {
        return new CrsState(course, temperatures, pressures, bolus, infusions, next, treatments, artefacts, deaths);
    }

    CrsState with(Treatments next) {
        return new CrsState(course, temperatures, pressures, bolus, infusions, oxygen, next, artefacts, deaths);
    }

    CrsState with(Deaths next) {
        return new CrsState(course, temperatures, pressures, bolus, infusions, oxygen, treatments, artefacts, next);
    }

    CrsState withBolus(Reading next) {
        return new CrsState(
                course,
                temperatures,
                pressures,
                Reading.newestHighest(bolus, next),
                infusions,
                oxygen,
                treatments,
                artefacts,
                deaths);
    }
}
