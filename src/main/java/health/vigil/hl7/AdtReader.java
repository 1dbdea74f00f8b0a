package health.vigil.hl7;

import health.vigil.exchange.Person;
import health.vigil.exchange.Place;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.StayChange;
import health.vigil.exchange.StayReport;
import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads what an event of registration (ADT) says about a stay.
final class AdtReader {
    /// Discharge dispositions of table 0112: the patient died.
    private static final Set<String> DIED = Set.of("20", "40", "41", "42", "EXPIRED");

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:(\\d{2})(?:(\\d{2}))?)?\\d*(?:[+-]\\d{4})?");

    private final MessageSubjects subjects;
    private final Er7Message message;
    private final Hl7Time times;
    private final Instant receivedAt;

    AdtReader(SenderSettings sender, Er7Message message, Instant receivedAt) {
        this.subjects = new MessageSubjects(sender);
        this.message = message;
        this.times = new Hl7Time(message.header().value(7), sender.reading().zone(), receivedAt);
        this.receivedAt = receivedAt;
    }

    /// What the event changes; empty if it says nothing about a stay.
    static Optional<StayChange> change(String trigger) {
        return switch (trigger) {
            case "A01", "A04" -> Optional.of(StayChange.ADMITTED);
            case "A05" -> Optional.of(StayChange.PLANNED);
            case "A08", "A31" -> Optional.of(StayChange.UPDATED);
            case "A02", "A12" -> Optional.of(StayChange.MOVED);
            case "A03" -> Optional.of(StayChange.ENDED);
            case "A11" -> Optional.of(StayChange.CANCELLED);
            case "A13" -> Optional.of(StayChange.REOPENED);
            case "A34", "A36", "A40" -> Optional.of(StayChange.MERGED);
            case "A37" -> Optional.of(StayChange.UNMERGED);
            default -> Optional.empty();
        };
    }

    /// The reports; empty if a patient cannot be identified.
    Optional<List<StayReport>> read(StayChange change) {
        return switch (change) {
            case MERGED -> complete(merges());
            case UNMERGED -> complete(List.of(separated()));
            case UPDATED, PLANNED, ADMITTED, MOVED, ENDED, CANCELLED, REOPENED ->
                complete(List.of(message.first("PID")
                        .flatMap(pid ->
                                subjects.patient(pid).map(patient -> report(change, pid, patient, Optional.empty())))));
        };
    }

    private static Optional<List<StayReport>> complete(List<Optional<StayReport>> reports) {
        return reports.isEmpty() || reports.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(reports.stream().flatMap(Optional::stream).toList());
    }

    /// One merge for each MRG: the patient above it survives.
    private List<Optional<StayReport>> merges() {
        var merges = new ArrayList<Optional<StayReport>>();
        var pid = Optional.<Er7Segment>empty();
        for (var segment : message.segments()) {
            if (segment.name().equals("PID")) {
                pid = Optional.of(segment);
            } else if (segment.name().equals("MRG")) {
                var gone = subjects.patient(segment, 1);
                merges.add(pid.flatMap(above -> subjects.patient(above)
                        .filter(_ -> gone.isPresent())
                        .map(patient -> report(StayChange.MERGED, above, patient, gone))));
            }
        }
        return merges;
    }

    private Optional<StayReport> separated() {
        var patients = message.all("PID");
        return patients.size() == 2
                ? subjects.patient(patients.getFirst())
                        .flatMap(first -> subjects.patient(patients.getLast())
                                .map(second ->
                                        report(StayChange.UNMERGED, patients.getFirst(), first, Optional.of(second))))
                : Optional.empty();
    }

    private StayReport report(StayChange change, Er7Segment pid, PatientId patient, Optional<PatientId> other) {
        var visit = message.first("PV1");
        var from = visit.flatMap(pv1 -> times.instant(pv1.value(44)));
        return new StayReport(
                planned(change, visit, from) ? StayChange.PLANNED : change,
                patient,
                visit.flatMap(pv1 -> said(pv1.value(19))),
                visit.flatMap(pv1 -> said(pv1.value(2))),
                visit.map(AdtReader::place).orElse(Place.NOT_SAID),
                person(pid),
                from,
                visit.flatMap(pv1 -> times.instant(pv1.value(45))),
                other,
                died(pid, visit),
                message.first("EVN")
                        .flatMap(event -> times.instant(event.value(2)))
                        .or(() -> times.instant(message.header().value(7))));
    }

    /// Whether the patient has not come: the class says so, or the begin is in the future. A01 says that the
    /// patient is there, whatever the begin.
    private boolean planned(StayChange change, Optional<Er7Segment> visit, Optional<Instant> from) {
        var preadmitted = visit.filter(pv1 -> pv1.value(2).strip().equals("P")).isPresent();
        var later = from.filter(receivedAt.plus(Observation.CLOCK_TOLERANCE)::isBefore)
                .isPresent();
        return switch (change) {
            case UPDATED -> preadmitted || later;
            case ADMITTED -> preadmitted || (later && !message.trigger().equals("A01"));
            case PLANNED, MOVED, ENDED, REOPENED, CANCELLED, MERGED, UNMERGED -> false;
        };
    }

    private static Optional<String> said(String text) {
        return Optional.of(text.strip()).filter(word -> !word.isEmpty());
    }

    private static Place place(Er7Segment visit) {
        return new Place(
                said(visit.value(3, 1)),
                said(visit.value(3, 2)),
                said(visit.value(3, 3)).or(() -> said(visit.value(3, 3, 2))));
    }

    private static Person person(Er7Segment pid) {
        return new Person(
                said(pid.value(5, 1)),
                given(pid),
                birthDate(pid.value(7).strip()),
                sex(pid.value(8).strip()));
    }

    /// The first name and further ones.
    private static Optional<String> given(Er7Segment pid) {
        return said(String.join(
                " ",
                IntStream.of(2, 3)
                        .mapToObj(component -> pid.value(5, component).strip())
                        .filter(name -> !name.isEmpty())
                        .toList()));
    }

    /// The date as precise as it was sent.
    private static Optional<String> birthDate(String text) {
        var parts = DATE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var month = parts.group(2) == null ? "" : "-" + parts.group(2);
        return Optional.of(parts.group(1) + month + (parts.group(3) == null ? "" : "-" + parts.group(3)));
    }

    private static Optional<String> sex(String code) {
        return switch (code) {
            case "F" -> Optional.of("female");
            case "M" -> Optional.of("male");
            case "O", "A" -> Optional.of("other");
            case "U", "N" -> Optional.of("unknown");
            default -> Optional.empty();
        };
    }

    private static boolean died(Er7Segment pid, Optional<Er7Segment> visit) {
        return pid.value(30).strip().equals("Y")
                || visit.filter(pv1 -> DIED.contains(pv1.value(36).strip().toUpperCase(Locale.ROOT)))
                        .isPresent();
    }
}
