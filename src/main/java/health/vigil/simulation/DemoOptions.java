package health.vigil.simulation;

import java.time.Duration;
import java.util.Optional;

/// The options of the demo.
///
/// @param speed hours of the story in one real hour
/// @param seed  the seed of the noise in the readings; the same seed plays the same ward
/// @param hl7Port the port of MLLP, if the ward sends HL7 and FHIR
/// @param length the length of the story, after which nothing more is sent
record DemoOptions(double speed, long seed, String ward, Duration length, Optional<Integer> hl7Port) {}
