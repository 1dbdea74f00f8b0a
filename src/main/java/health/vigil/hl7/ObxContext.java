package health.vigil.hl7;

import health.vigil.observation.PatientId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A value (OBX, or RXA of a drug) with the segments above it that it belongs to.
///
/// @param patient the patient of the PID, if it can be identified
record ObxContext(
        Er7Segment header,
        Optional<Er7Segment> pid,
        Optional<PatientId> patient,
        Optional<Er7Segment> visit,
        Optional<Er7Segment> order,
        Er7Segment obx) {
    private static final Set<String> LARGE = Set.of("ED", "NA", "RP");

    /// The values of a message, each with the patient, the visit and the order above it.
    ///
    /// @param orders the name of the segments of orders
    /// @param values the name of the segments of values
    static List<ObxContext> of(Er7Message message, MessageSubjects subjects, String orders, String values) {
        var found = new ArrayList<ObxContext>();
        var pid = Optional.<Er7Segment>empty();
        var patient = Optional.<PatientId>empty();
        var visit = Optional.<Er7Segment>empty();
        var order = Optional.<Er7Segment>empty();
        for (var segment : message.segments()) {
            var name = segment.name();
            if (name.equals("PID")) {
                pid = Optional.of(segment);
                patient = subjects.patient(segment);
                visit = Optional.empty();
                order = Optional.empty();
            } else if (name.equals("PV1")) {
                visit = Optional.of(segment);
            } else if (name.equals(orders)) {
                order = Optional.of(segment);
            } else if (name.equals(values)) {
                found.add(new ObxContext(message.header(), pid, patient, visit, order, segment));
            }
        }
        return found;
    }

    /// The bytes of its piece.
    long size() {
        return Stream.concat(Stream.of(header), below(List.of(this)))
                .mapToLong(segment -> segment.size() + 1L)
                .sum();
    }

    /// The smallest piece of the message that stands alone with these values.
    static String piece(List<ObxContext> contexts) {
        return lines(Stream.concat(Stream.of(contexts.getFirst().header()), below(contexts))
                .toList());
    }

    /// What distinguishes these values from others. The header, whose id monitors count from 1, is no part of it.
    static String content(List<ObxContext> contexts) {
        return lines(below(contexts).toList());
    }

    /// The values with the segments that they belong to, each once, in the order of the message.
    private static Stream<Er7Segment> below(List<ObxContext> contexts) {
        return contexts.stream()
                .sorted(Comparator.comparingInt(context -> context.obx().number()))
                .flatMap(context ->
                        Stream.of(context.pid(), context.visit(), context.order(), Optional.of(context.obx())))
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(
                        segment -> segment.place(0), Function.identity(), (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream();
    }

    /// A whole message without waveforms and documents.
    static String piece(Er7Message message) {
        return lines(message.segments().stream()
                .filter(segment -> !segment.name().equals("OBX") || !LARGE.contains(segment.value(2)))
                .toList());
    }

    static String content(Er7Message message) {
        return lines(message.segments().stream()
                .filter(segment -> !segment.name().equals("MSH"))
                .toList());
    }

    private static String lines(List<Er7Segment> segments) {
        return segments.stream().map(Er7Segment::line).collect(Collectors.joining("\r", "", "\r"));
    }

    /// A field of the order (OBR or ORC); empty if there is none.
    String order(int field) {
        return order.map(segment -> segment.value(field)).orElse("");
    }
}
