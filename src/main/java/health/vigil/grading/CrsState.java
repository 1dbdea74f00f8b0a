package health.vigil.grading;

import java.util.Optional;

/// Everything that the rules of CRS can still see.
///
/// @param bolus the newest fluid bolus given for hypotension
/// @param home the readings taken at home; no other part contains any of them
record CrsState(
        Course course,
        Temperatures temperatures,
        Pressures pressures,
        Optional<Reading> bolus,
        Infusions infusions,
        Oxygen oxygen,
        Treatments treatments,
        Artefacts artefacts,
        Deaths deaths,
        HomeReadings home) {
    static final CrsState NONE = new CrsState(
            Course.NONE,
            Temperatures.NONE,
            Pressures.NONE,
            Optional.empty(),
            Infusions.NONE,
            Oxygen.NONE,
            Treatments.NONE,
            Artefacts.NONE,
            Deaths.NONE,
            HomeReadings.NONE);

    CrsState with(Course next) {
        return next.equals(course)
                ? this
                : new CrsState(
                        next, temperatures, pressures, bolus, infusions, oxygen, treatments, artefacts, deaths, home);
    }

    CrsState with(Infusions next) {
        return new CrsState(course, temperatures, pressures, bolus, next, oxygen, treatments, artefacts, deaths, home);
    }

    CrsState with(Oxygen next) {
        return new CrsState(
                course, temperatures, pressures, bolus, infusions, next, treatments, artefacts, deaths, home);
    }

    CrsState with(Treatments next) {
        return new CrsState(course, temperatures, pressures, bolus, infusions, oxygen, next, artefacts, deaths, home);
    }

    CrsState with(Deaths next) {
        return new CrsState(
                course, temperatures, pressures, bolus, infusions, oxygen, treatments, artefacts, next, home);
    }

    CrsState with(Artefacts next) {
        return new CrsState(course, temperatures, pressures, bolus, infusions, oxygen, treatments, next, deaths, home);
    }

    CrsState with(HomeReadings next) {
        return new CrsState(
                course, temperatures, pressures, bolus, infusions, oxygen, treatments, artefacts, deaths, next);
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
                deaths,
                home);
    }
}
