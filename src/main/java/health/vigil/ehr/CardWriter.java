package health.vigil.ehr;

import health.vigil.ehr.CdsCard.CardIndicator;
import health.vigil.ehr.CdsCard.CardLink;
import health.vigil.ehr.CdsCard.CardSource;
import health.vigil.grading.Evidence;
import health.vigil.grading.Policy;
import health.vigil.grading.Sentence;
import health.vigil.grading.Sentence.Piece;
import health.vigil.grading.Sentences;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import health.vigil.grading.Unknown;
import health.vigil.history.EpisodeReport;
import health.vigil.store.UnresolvedAlerts.UnresolvedAlert;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Writes the card of a watched patient. It says what was graded, why, and as of when. It never says that there
/// is no toxicity, never shows an unknown grade as a number, names no patient, and recommends nothing.
///
/// @param zone of the times, the hospital's
/// @param launches whether EHRs may launch the pages
record CardWriter(String base, ZoneId zone, boolean launches) {
    private static final int LONGEST = 140;
    private static final String HIGH = "high";
    private static final String FAILED = "automatic grading failed: grade by hand";
    private static final Map<String, String> UNITS = Map.of("Cel", "°C", "mm[Hg]", "mmHg");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    CdsCard card(UUID id, CardData patient) {
        return new CdsCard(
                id,
                summary(patient.report()),
                detail(patient),
                indicator(patient),
                new CardSource("Vigil", base + "/"),
                List.of(link()),
                CdsCard.REASONS);
    }

    /// No address names a patient: a launch says whose chart is open.
    private CardLink link() {
        return launches
                ? new CardLink("Open in Vigil", base + LaunchResource.LAUNCH, "smart")
                : new CardLink("Open Vigil", base + "/", "absolute");
    }

    /// Both grades in one line. The reasons are left out if they do not fit.
    private static String summary(EpisodeReport report) {
        var full = summary(report, true);
        return full.length() <= LONGEST ? full : summary(report, false);
    }

    private static String summary(EpisodeReport report, boolean reasons) {
        return Arrays.stream(Syndrome.values())
                .map(syndrome -> grade(report, syndrome, reasons))
                .collect(Collectors.joining(" · "));
    }

    private static String grade(EpisodeReport report, Syndrome syndrome, boolean reasons) {
        var name = syndrome.name();
        if (report.gradingUnavailable().isPresent()) {
            return name + " cannot be graded" + (reasons ? ": " + FAILED : "");
        }
        var graded = report.report().of(syndrome);
        var number = graded.grade().number();
        if (number.isPresent()) {
            return name + " " + number.getAsInt();
        }
        var verb = graded.unknown().filter(CardWriter::isNotApplicable).isPresent()
                ? " is not graded"
                : " cannot be graded";
        return name
                + verb
                + graded.reason()
                        .filter(_ -> reasons)
                        .map(reason -> ": " + Markdown.plain(reason))
                        .orElse("");
    }

    /// Whether there is nothing to grade, so that an unknown grade is no warning.
    private static boolean isNotApplicable(Unknown unknown) {
        return switch (unknown) {
            case Unknown.BeforeInfusion _, Unknown.OtherDeath _ -> true;
            case Unknown.Undecided _, Unknown.NoTemperature _, Unknown.NoScore _, Unknown.NotTestable _ -> false;
        };
    }

    private static CardIndicator indicator(CardData patient) {
        var urgent =
                patient.alerts().stream().anyMatch(alert -> alert.priority().equals(HIGH) && !alert.acknowledged());
        if (urgent) {
            return CardIndicator.CRITICAL;
        }
        return patient.alerts().isEmpty() && isKnown(patient.report()) ? CardIndicator.INFO : CardIndicator.WARNING;
    }

    private static boolean isKnown(EpisodeReport report) {
        return report.gradingUnavailable().isEmpty()
                && Arrays.stream(Syndrome.values())
                        .map(report.report()::of)
                        .allMatch(graded -> graded.unknown()
                                .map(CardWriter::isNotApplicable)
                                .orElse(true));
    }

    private String detail(CardData patient) {
        var report = patient.report();
        var lines = new ArrayList<String>();
        for (var syndrome : Syndrome.values()) {
            lines.add("**" + Markdown.escape(grade(report, syndrome, true)) + "**" + since(report, syndrome));
            lines.add("");
            var reasons = reasons(report, syndrome);
            lines.addAll(reasons);
            if (!reasons.isEmpty()) {
                lines.add("");
            }
        }
        alerts(patient.alerts()).ifPresent(text -> lines.addAll(List.of(text, "")));
        lines.add(asOf(report));
        lines.add("");
        lines.add(
                "Graded by " + Markdown.escape(Policy.RULE_SET) + ", policy " + Markdown.escape(report.policyVersion())
                        + ". A clinician confirms a grade and decides about treatment.");
        return String.join("\n", lines);
    }

    private String since(EpisodeReport report, Syndrome syndrome) {
        return graded(report, syndrome)
                .flatMap(SyndromeReport::since)
                .map(since -> " since " + Markdown.escape(time(since)))
                .orElse("");
    }

    private static Optional<SyndromeReport> graded(EpisodeReport report, Syndrome syndrome) {
        return Optional.of(report.report().of(syndrome))
                .filter(_ -> report.gradingUnavailable().isEmpty());
    }

    private List<String> reasons(EpisodeReport report, Syndrome syndrome) {
        return graded(report, syndrome).stream()
                .flatMap(graded -> graded.basis().stream())
                .map(this::reason)
                .toList();
    }

    private String reason(Evidence evidence) {
        var at = evidence.effectiveAt().map(instant -> ", " + time(instant)).orElse("");
        var rule = evidence.rule();
        return "- "
                + Markdown.escape(text(Sentences.of(evidence)) + at + " (" + rule.label() + "; " + rule.source() + ")");
    }

    private String text(Sentence sentence) {
        return sentence.pieces().stream().map(this::text).collect(Collectors.joining());
    }

    private String text(Piece piece) {
        return switch (piece) {
            case Sentence.Words(var words) -> words;
            case Sentence.Time(var at) -> time(at);
            case Sentence.ValueInUnit(var value, var unit) ->
                value.stripTrailingZeros().toPlainString() + " " + UNITS.getOrDefault(unit, unit);
        };
    }

    private static Optional<String> alerts(List<UnresolvedAlert> alerts) {
        if (alerts.isEmpty()) {
            return Optional.empty();
        }
        var words = alerts.stream()
                .map(alert -> alert.type().replace('-', ' ') + " (" + alert.priority()
                        + (alert.acknowledged() ? ", acknowledged" : "") + ")")
                .distinct()
                .collect(Collectors.joining(", "));
        return Optional.of("Unresolved alerts: " + Markdown.escape(words) + ". Acknowledge them in Vigil.");
    }

    /// A card is not refreshed, so it says when it was true and until when.
    private String asOf(EpisodeReport report) {
        var change = Optional.of(report)
                .filter(known -> known.gradingUnavailable().isEmpty())
                .flatMap(known -> known.report().nextChange())
                .map(at -> "; changes by itself at " + time(at) + " if nothing is charted")
                .orElse("");
        return Markdown.escape(
                "As of " + time(report.at()) + change + ". This card is not refreshed. Times: " + zone.getId() + ".");
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
