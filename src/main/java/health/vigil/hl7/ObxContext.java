package health.vigil.hl7;

import health.vigil.observation.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A value (OBX) with the segments above it that it belongs to.
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

    /// The smallest piece of the message that stands alone.
    String piece() {
        return lines(segments());
    }

    /// The length of the piece.
    long size() {
        return segments().stream()
                .mapToLong(segment -> segment.line().length() + 1L)
                .sum();
    }

    private List<Er7Segment> segments() {
        return Stream.of(Optional.of(header), pid, visit, order, Optional.of(obx))
                .flatMap(Optional::stream)
                .toList();
    }

    /// What distinguishes it from other values. The header, whose id monitors count from 1, is no part of it.
    String content() {
        return lines(Stream.of(pid, visit, order, Optional.of(obx))
                .flatMap(Optional::stream)
                .toList());
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

    /// A field of the order (OBR); empty if there is none.
    String order(int field) {
        return order.map(segment -> segment.value(field)).orElse("");
    }
}
