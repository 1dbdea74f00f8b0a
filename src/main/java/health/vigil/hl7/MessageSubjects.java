package health.vigil.hl7;

import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SenderSettings.IdentifyBy;
import health.vigil.intake.Subject;
import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whom a message is about, by the settings of its sender.
record MessageSubjects(SenderSettings sender) {
    /// Where a message names its patient.
    static final String PLACE = "PID[1].3";

    /// @param expected the patient whom the message names beside the device
    record FoundSubject(Subject subject, Optional<PatientId> expected) {}

    /// The subject of a value; empty if it cannot be identified.
    Optional<FoundSubject> of(ObxContext context) {
        return switch (sender.subjects().identifyBy()) {
            case PATIENT ->
                context.patient().map(patient -> new FoundSubject(new Subject.ByPatient(patient), Optional.empty()));
            case DEVICE ->
                device(context).map(device -> new FoundSubject(new Subject.ByDevice(device), Optional.empty()));
            case BOTH ->
                context.patient()
                        .flatMap(patient -> device(context)
                                .map(device -> new FoundSubject(new Subject.ByDevice(device), Optional.of(patient))));
        };
    }

    boolean asksForPatients() {
        return sender.subjects().identifyBy() != IdentifyBy.DEVICE;
    }

    /// Where a person must look for the subject of a value.
    static String place(ObxContext context) {
        return context.pid().map(pid -> pid.place(3)).orElse(PLACE);
    }

    /// The patient of a PID: the repetition of PID-3 with the configured authority, by its name or its universal id,
    /// and the configured type.
    Optional<PatientId> patient(Er7Segment pid) {
        return patient(pid, 3);
    }

    /// The patient; empty if two ids of the configured authority and type differ.
    Optional<PatientId> patient(Er7Segment segment, int field) {
        var authority = sender.subjects().authority();
        if (authority.isEmpty()) {
            return Optional.empty();
        }
        var ids = segment.repetitions(field).stream()
                .filter(id -> (segment.component(id, 4).strip().equals(authority.get())
                                || segment.component(id, 4, 2).strip().equals(authority.get()))
                        && segment.component(id, 5)
                                .strip()
                                .equals(sender.subjects().type()))
                .map(id -> segment.component(id, 1).strip())
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        return ids.size() == 1 && PatientId.accepts(ids.getFirst())
                ? Optional.of(new PatientId(ids.getFirst()))
                : Optional.empty();
    }

    /// The device: by the value, else by the order or the message, else the bed. Its name begins with that of the
    /// sender, because two senders may number their devices alike.
    private Optional<DeviceId> device(ObxContext context) {
        return said(context.obx().whole(18))
                .or(() -> said(context.order(10)))
                .or(() -> said(context.header().value(3, 2)))
                .or(() -> context.visit().flatMap(MessageSubjects::bed))
                .map(name -> sender.sender().name() + ":" + name)
                .filter(DeviceId::accepts)
                .map(DeviceId::new);
    }

    private static Optional<String> said(String text) {
        return Optional.of(text.strip()).filter(name -> !name.isEmpty());
    }

    /// The bed of a place such as `HEM^2^12`, or `^^&24`. Some monitors send the unit and the bed as subcomponents
    /// (`^^ICU&01&...`): the first one alone would name all beds of the unit. What follows is about the network.
    private static Optional<String> bed(Er7Segment visit) {
        var bed = Stream.of(visit.value(3, 3), visit.value(3, 3, 2))
                .flatMap(name -> said(name).stream())
                .collect(Collectors.joining("&"));
        return said(bed)
                .map(name -> "bed:" + visit.value(3, 1).strip() + "^"
                        + visit.value(3, 2).strip() + "^" + name);
    }
}
