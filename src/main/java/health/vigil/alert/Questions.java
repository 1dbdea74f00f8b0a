package health.vigil.alert;

import health.vigil.grading.UnconfirmedRecord;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What people are asked besides recurring checks: support that may still run, and single readings.
///
/// @param repeatReading how long after a single reading another one is due
record Questions(List<UnconfirmedRecord> unconfirmed, Duration repeatReading) {
    List<PartAge> support() {
        return unconfirmed.stream()
                .flatMap(record -> switch (record.kind()) {
                    case OXYGEN -> Stream.of(support(CheckPart.Bedside.OXYGEN, record));
                    case VASOPRESSOR -> Stream.of(support(CheckPart.Bedside.VASOPRESSOR, record));
                    case BLOOD_PRESSURE, SPO2 -> Stream.empty();
                })
                .toList();
    }

    private static PartAge support(CheckPart part, UnconfirmedRecord record) {
        return PartAge.of(part, record.recordedAt(), record.since());
    }

    List<PartAge> readings() {
        return unconfirmed.stream()
                .flatMap(record -> switch (record.kind()) {
                    case BLOOD_PRESSURE -> Stream.of(reading(CheckPart.Bedside.BLOOD_PRESSURE, record));
                    case SPO2 -> Stream.of(reading(CheckPart.Bedside.SPO2, record));
                    case OXYGEN, VASOPRESSOR -> Stream.empty();
                })
                .toList();
    }

    private PartAge reading(CheckPart part, UnconfirmedRecord record) {
        return PartAge.of(part, record.recordedAt(), record.since().plus(repeatReading));
    }
}
