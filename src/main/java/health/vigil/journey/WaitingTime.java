package health.vigil.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// How the patient is while waiting.
///
/// @param windowClosesAt when it will be too late for the infusion, and why
public record WaitingTime(
        List<LocalDate> restagingDates,
        Optional<Integer> ecog,
        Optional<DiseaseControl> diseaseControl,
        Optional<Instant> windowClosesAt,
        Optional<String> windowClosesBecause) {
    public static final WaitingTime NONE =
            new WaitingTime(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public WaitingTime {
        restagingDates = List.copyOf(restagingDates);
    }
}
