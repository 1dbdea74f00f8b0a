package health.vigil.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Turns some observations of a random patient into those of a time at home.
///
/// What they say, their times, their receipts and their retractions stay, so readings at home meet everything that
/// readings of the hospital meet: attributions, late entries, and each other at one instant.
final class RandomHome {

    private static final int PATIENTS = 40;
    private static final int CHECKS = 25;
    private static final int YES = 15;

    /// The seeds of this choice are none of the patients.
    private static final long APART = 1L << 40;

    private RandomHome() {}

    /// The same observations for most patients. For the others, a share of the vital signs was taken at home, and
    /// some checks are the answers of a caregiver.
    static List<ObjectNode> mixed(long seed, List<ObjectNode> observations) {
        RandomChoice choice = RandomChoice.seeded(APART + seed);
        if (!choice.percent(PATIENTS)) {
            return observations;
        }
        int share = choice.any(List.of(15, 50, 50, 85));
        return observations.stream()
                .map(observation -> atHome(choice, share, observation))
                .toList();
    }

    private static ObjectNode atHome(RandomChoice choice, int share, ObjectNode observation) {
        return switch (observation.path("kind").asText()) {
            case "vital-signs" -> choice.percent(share) ? read(choice, observation) : observation;
            case "neuro-check" -> choice.percent(CHECKS) ? answered(choice, observation) : observation;
            default -> observation;
        };
    }

    private static ObjectNode read(RandomChoice choice, ObjectNode observation) {
        ObjectNode atHome = observation.deepCopy().put("setting", "home");
        return choice.oneIn(3) ? atHome.put("device", "a thermometer") : atHome;
    }

    private static ObjectNode answered(RandomChoice choice, ObjectNode observation) {
        ObjectNode answers = observation.deepCopy();
        answers.retain("id", "patientId", "effectiveAt", "receivedAt");
        answers.put("kind", "home-check");
        for (String sign : List.of("confusion", "speech", "writing", "shaking", "drowsiness")) {
            answers.put(sign, choice.percent(YES));
        }
        return answers;
    }
}
