package health.vigil.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The text of an overdue check: since when it is overdue and what is missing, as in `Vital signs due 14:15:
/// no temperature since 10:02`.
///
/// @param now times on the same day are written without a date
/// @param hospital the time zone
record CheckWords(Instant now, ZoneId hospital) {
    String overdue(DueCheck check) {
        var label = check.check().label();
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1) + " due " + moment(check.dueAt())
                + ": " + missing(check) + notDone(check.notDone());
    }

    /// Groups the parts that were last recorded at the same time.
    private String missing(DueCheck check) {
        var byTime = check.missing(now).stream()
                .collect(Collectors.groupingBy(
                        this::since,
                        LinkedHashMap::new,
                        Collectors.mapping(age -> age.part().label(), Collectors.toList())));
        return byTime.isEmpty()
                ? "not recorded"
                : byTime.entrySet().stream()
                        .map(entry -> "no " + list(entry.getValue()) + " since " + entry.getKey())
                        .collect(Collectors.joining("; "));
    }

    private String since(PartAge age) {
        return age.lastAt().map(this::moment).orElse("the infusion");
    }

    private static String list(List<String> labels) {
        return String.join(", ", labels);
    }

    private String notDone(Optional<NotDone> notDone) {
        return notDone.map(missed -> "; not done at " + moment(missed.at()) + ": "
                        + missed.reason().word().replace('-', ' '))
                .orElse("");
    }

    private String moment(Instant instant) {
        return new HospitalTime(now, hospital).of(instant);
    }
}
