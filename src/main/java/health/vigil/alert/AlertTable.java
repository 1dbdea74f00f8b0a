package health.vigil.alert;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table of alerts: for each rule its priority, escalation and settle time. A hospital may set its own
/// rows.
public record AlertTable(Map<AlertRule, Row> rows) {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MOST_STEPS = 10;
    private static final Duration SWING = Duration.ofMinutes(10);
    private static final List<Integer> REPEATED_SOON = List.of(15);

    /// The settings of a rule.
    ///
    /// @param escalation the times without an acknowledgement after which more people are alerted
    /// @param settles how long the condition must have cleared before the alert is resolved, so that it does
    ///     not flap
    public record Row(Priority priority, Escalation escalation, Duration settles) {}

    public AlertTable {
        rows = Collections.unmodifiableMap(new EnumMap<>(rows));
        for (var rule : AlertRule.values()) {
            check(rule, Optional.ofNullable(rows.get(rule)));
        }
    }

    private static void check(AlertRule rule, Optional<Row> found) {
        var row =
                found.orElseThrow(() -> new IllegalArgumentException("The alert table has no row for " + rule.word()));
        var steps = row.escalation().steps();
        require(
                rule,
                row.priority() != Priority.HIGH || !steps.isEmpty(),
                "has priority high, so it needs an escalation step");
        require(rule, steps.size() <= MOST_STEPS, "has more than " + MOST_STEPS + " steps");
        require(
                rule,
                steps.stream().allMatch(step -> step.isPositive() && step.compareTo(LONGEST) <= 0),
                "has a step that is not above 0 and at most 24 h");
        require(
                rule,
                !row.settles().isNegative() && row.settles().compareTo(LONGEST) <= 0,
                "must have a settle time of 0 to 24 h");
    }

    private static void require(AlertRule rule, boolean possible, String otherwise) {
        if (!possible) {
            throw new IllegalArgumentException("Invalid alert table: " + rule.word() + " " + otherwise);
        }
    }

    /// The precedence of an alert within its event.
    public Voice voice(AlertRule rule, Condition condition) {
        return Voice.of(row(rule).priority(), condition);
    }

    public Row row(AlertRule rule) {
        return Optional.ofNullable(rows.get(rule)).orElseThrow();
    }

    /// The rule with the higher priority; the first if both are equal.
    AlertRule moreUrgent(AlertRule one, AlertRule other) {
        return row(other).priority().compareTo(row(one).priority()) < 0 ? other : one;
    }

    /// This table with some rows replaced.
    public AlertTable with(Map<AlertRule, Row> others) {
        var changed = new EnumMap<>(rows);
        changed.putAll(others);
        return new AlertTable(changed);
    }

    public static final AlertTable DEFAULT = new AlertTable(defaults());

    private static Map<AlertRule, Row> defaults() {
        var rows = new EnumMap<AlertRule, Row>(AlertRule.class);
        Arrays.stream(AlertRule.values()).forEach(rule -> rows.put(rule, usual(rule)));
        return rows;
    }

    private static Priority priority(AlertRule rule) {
        return switch (rule) {
            case POSSIBLE_MASKED_CRS_TREATED, GRADE_AMENDED_SEVERE -> Priority.HIGH;
            case CRS_GRADE_3, CRS_GRADE_4, CRS_GRADE_5, CRS_GRADE_JUMP -> Priority.HIGH;
            case ICANS_GRADE_2, ICANS_GRADE_3, ICANS_GRADE_4, ICANS_GRADE_5, ICANS_GRADE_JUMP -> Priority.HIGH;
            case STATUS_EPILEPTICUS, INTRACRANIAL_HAEMORRHAGE, GRADING_UNAVAILABLE, DELIVERY_GIVEN_UP -> Priority.HIGH;
            case DEATH_REPORTED, PATIENT_MERGE_REFUSED -> Priority.HIGH;
            case CRS_GRADE_2, ICANS_GRADE_1, FEVER_ONSET, POSSIBLE_MASKED_CRS, CHECK_OVERDUE -> Priority.MEDIUM;
            case DEVICE_SILENT, DEVICE_UNUSED, DEVICE_TAKEN, DOSE_LIMIT, CONFLICTING_OBSERVATION, BREAK_GLASS ->
                Priority.MEDIUM;
            case QUARANTINE_GROWING, OUTBOX_LATE, DELIVERY_LATE, READINGS_MOVED, UNKNOWN_PATIENT, PATIENT_MERGED ->
                Priority.MEDIUM;
            case STATEMENT_MOVED, STAY_ENDED, DEMOGRAPHICS_DIFFER, INFUSION_NOT_ADMITTED -> Priority.MEDIUM;
            case CRS_GRADE_2_SINGLE, ATTRIBUTION_ENDED, PATIENT_MOVED, FEED_CLOCK, DEMO_DATA -> Priority.LOW;
            case CRS_GRADE_1, EARLY_SIGN, IMPLAUSIBLE_VALUE, DATED_IN_THE_FUTURE, GRADE_AMENDED -> Priority.LOW;
        };
    }

    /// A value at its limit or a loose sensor changes with every reading; monitors measure pressure every 5
    /// minutes.
    private static Duration settles(AlertRule rule) {
        return switch (rule) {
            case POSSIBLE_MASKED_CRS, POSSIBLE_MASKED_CRS_TREATED, IMPLAUSIBLE_VALUE -> SWING;
            case CRS_GRADE_1, CRS_GRADE_2, CRS_GRADE_2_SINGLE, CRS_GRADE_3, CRS_GRADE_4, CRS_GRADE_JUMP -> SWING;
            case ICANS_GRADE_1, ICANS_GRADE_2, ICANS_GRADE_3, ICANS_GRADE_4, ICANS_GRADE_JUMP -> SWING;
            case QUARANTINE_GROWING, OUTBOX_LATE -> Duration.ofMinutes(2);
            case CRS_GRADE_5, ICANS_GRADE_5, FEVER_ONSET, ATTRIBUTION_ENDED, EARLY_SIGN -> Duration.ZERO;
            case STATUS_EPILEPTICUS, INTRACRANIAL_HAEMORRHAGE, CHECK_OVERDUE, DATED_IN_THE_FUTURE -> Duration.ZERO;
            case GRADE_AMENDED, GRADE_AMENDED_SEVERE, DOSE_LIMIT, GRADING_UNAVAILABLE -> Duration.ZERO;
            case DEVICE_SILENT, DEVICE_UNUSED, DEVICE_TAKEN, READINGS_MOVED -> Duration.ZERO;
            case CONFLICTING_OBSERVATION, UNKNOWN_PATIENT, DELIVERY_LATE, DELIVERY_GIVEN_UP -> Duration.ZERO;
            case BREAK_GLASS, PATIENT_MOVED, PATIENT_MERGED, PATIENT_MERGE_REFUSED, STATEMENT_MOVED -> Duration.ZERO;
            case STAY_ENDED, DEMOGRAPHICS_DIFFER, DEATH_REPORTED, INFUSION_NOT_ADMITTED -> Duration.ZERO;
            case FEED_CLOCK, DEMO_DATA -> Duration.ZERO;
        };
    }

    private static Row usual(AlertRule rule) {
        var steps = steps(rule).stream().map(Duration::ofMinutes).toList();
        return new Row(priority(rule), new Escalation(steps), settles(rule));
    }

    private static List<Integer> steps(AlertRule rule) {
        if (rule == AlertRule.CRS_GRADE_2_SINGLE) {
            return REPEATED_SOON;
        }
        return switch (priority(rule)) {
            case HIGH -> List.of(5, 10, 20);
            case MEDIUM -> List.of(15, 30);
            case LOW -> List.of(120);
        };
    }
}
