package health.vigil.journey;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Counts the users who confirmed at the bed that the product is the patient's (J-1).
final class BedsideCheck {
    private static final int NEEDED = 2;

    private BedsideCheck() {}

    static CheckFinding of(ProductJourney journey, JourneyPolicy policy, Instant at) {
        var readings = newest(journey, policy, at);
        var wrong = readings.stream()
                .filter(reading -> difference(journey, reading).isPresent())
                .findFirst();
        if (wrong.isPresent()) {
            return CheckFinding.stop(JourneyCheck.IDENTITY, differs(journey, wrong.get()));
        }
        var users = users(
                readings.stream().filter(reading -> confirms(journey, reading)).toList());
        if (users.size() >= NEEDED) {
            return CheckFinding.green(JourneyCheck.IDENTITY, "confirmed at the bed by " + String.join(" and ", users));
        }
        return CheckFinding.open(
                JourneyCheck.IDENTITY,
                "confirmed at the bed by " + users.size() + " of 2 users within " + Spans.words(policy.identityFor())
                        + (users.size() < readings.size() ? "; " + LabelCheck.NOT_COMPARED : ""));
    }

    /// The users whose newest reading confirms the identity.
    static List<String> confirming(ProductJourney journey, JourneyPolicy policy, Instant at) {
        return users(newest(journey, policy, at).stream()
                .filter(reading -> confirms(journey, reading))
                .toList());
    }

    private static List<String> users(Collection<IdentityReading> readings) {
        return readings.stream().map(reading -> reading.stamp().by()).sorted().toList();
    }

    /// Each user's newest reading of the time that counts.
    private static Collection<IdentityReading> newest(ProductJourney journey, JourneyPolicy policy, Instant at) {
        return journey.readings().stream()
                .filter(reading -> counts(reading.stamp().at(), at, policy))
                .collect(Collectors.toMap(
                        reading -> reading.stamp().by(),
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.<IdentityReading, Instant>comparing(
                                        reading -> reading.stamp().at())
                                .thenComparing(reading -> reading.stamp().recordedAt())),
                        TreeMap::new))
                .values();
    }

    private static boolean counts(Instant read, Instant at, JourneyPolicy policy) {
        return !read.isAfter(at) && !read.isBefore(at.minus(policy.identityFor()));
    }

    /// Whether the chain of identity and two identifiers were compared, and none differs.
    private static boolean confirms(ProductJourney journey, IdentityReading reading) {
        var facts = journey.facts();
        return facts.identity().coiId().isPresent()
                && difference(journey, reading).isEmpty()
                && LabelCheck.secondIdentifier(facts, reading.name(), reading.birthDate());
    }

    private static String differs(ProductJourney journey, IdentityReading reading) {
        return reading.stamp().by() + " read another "
                + difference(journey, reading).orElse("patient") + " at the bed";
    }

    /// What differs from the journey: the chain of identity, the number, the name or the date of birth.
    private static Optional<String> difference(ProductJourney journey, IdentityReading reading) {
        var facts = journey.facts();
        if (facts.identity()
                .coiId()
                .filter(coi -> !SameText.same(coi, reading.coiId()))
                .isPresent()) {
            return Optional.of("coiId");
        }
        if (!LabelCheck.isPatient(journey, reading.patientId())) {
            return Optional.of("patientId");
        }
        if (LabelCheck.otherName(facts, reading.name())) {
            return Optional.of("name");
        }
        return LabelCheck.otherBirth(facts, reading.birthDate()) ? Optional.of("birthDate") : Optional.empty();
    }
}
