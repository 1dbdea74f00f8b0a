package health.vigil.grading;

import java.util.Optional;

/// The state of the temperature.
///
/// @param newest the newest plausible temperature, attributed or not
/// @param fever the newest fever that counts
/// @param attributed the newest fever with another cause
record Temperatures(Optional<Reading> newest, Optional<Reading> fever, Optional<Reading> attributed) {
    static final Temperatures NONE = new Temperatures(Optional.empty(), Optional.empty(), Optional.empty());

    Temperatures withAfebrile(Reading reading) {
        return new Temperatures(Reading.newestHighest(newest, reading), fever, attributed);
    }

    Temperatures withFever(Reading reading) {
        return new Temperatures(
                Reading.newestHighest(newest, reading), Reading.newestHighest(fever, reading), attributed);
    }

    Temperatures withAttributedFever(Reading reading) {
        return new Temperatures(
                Reading.newestHighest(newest, reading), fever, Reading.newestHighest(attributed, reading));
    }
}
