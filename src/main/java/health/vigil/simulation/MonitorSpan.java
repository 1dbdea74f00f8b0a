package health.vigil.simulation;

import java.time.Duration;
import java.util.Optional;

/// When the bedside monitor of a patient sends.
///
/// @param from the patient's arrival in the bed; absent if the patient was there before the story
/// @param until absent if it sends to the end of the story
record MonitorSpan(Optional<Duration> from, Optional<Duration> until) {
    static final MonitorSpan ALWAYS = new MonitorSpan(Optional.empty(), Optional.empty());

    static MonitorSpan from(double hour) {
        return new MonitorSpan(Optional.of(StoryClock.hour(hour)), Optional.empty());
    }

    static MonitorSpan until(double hour) {
        return new MonitorSpan(Optional.empty(), Optional.of(StoryClock.hour(hour)));
    }

    boolean includes(Duration at) {
        return from.filter(begin -> at.compareTo(begin) < 0).isEmpty()
                && until.filter(end -> at.compareTo(end) >= 0).isEmpty();
    }
}
