package health.vigil.protocol;

import health.vigil.laboratory.Truth;
import java.time.Instant;
import java.util.stream.Stream;

/// The calendar day after the infusion, both limits included.
public record DayWindow(int from, int to) implements Requirement {
    /// The last day that a row may name.
    public static final int LAST = 3650;

    public RangeLimits<Integer> limits() {
        return RangeLimits.of(from, to, LAST);
    }

    @Override
    public Truth at(CaseFacts patient, Instant time) {
        int day = patient.day(time);
        return Truth.of(day >= from && day <= to);
    }

    @Override
    public Stream<Instant> turns(CaseFacts patient) {
        return Stream.of(from, to + 1).map(patient::beginOfDay);
    }
}
