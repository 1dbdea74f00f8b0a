package health.vigil.intake.json;

import health.vigil.intake.Submission;
import health.vigil.intake.unit.LabMeasure;
import health.vigil.intake.unit.RateMeasure;
import health.vigil.json.JsonText;
import health.vigil.observation.Content;
import health.vigil.observation.LabResult;
import health.vigil.observation.Rate;
import health.vigil.observation.Vasopressor;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Tells a repeat from other content under the same id: equal for equal content, whatever units, offsets, order of
/// fields and trailing zeros it was sent with.
///
/// @param hex SHA-256 of the canonical form, in which also laboratory results and rates stand in one unit per measure
public record ContentHash(String hex) {
    public static ContentHash of(Submission submission) {
        var canonical = JsonText.of(SubmissionJson.tree(submission, comparable(submission.content())));
        return new ContentHash(HexFormat.of().formatHex(sha256(canonical)));
    }

    private static Content comparable(Content content) {
        return switch (content) {
            case LabResult result -> comparable(result);
            case Vasopressor(var agent, var name, var action, var rate, var infusion) ->
                new Vasopressor(agent, name, action, rate.map(ContentHash::comparable), infusion);
            default -> content;
        };
    }

    private static LabResult comparable(LabResult result) {
        var measure = LabMeasure.of(result.analyte(), result.unit()).orElseThrow();
        return new LabResult(
                result.analyte(),
                measure.convert(result.value(), result.unit()),
                measure.unit() + annotation(result.unit()),
                result.referenceLow().map(low -> measure.convert(low, result.unit())),
                result.referenceHigh().map(high -> measure.convert(high, result.unit())),
                result.comparator());
    }

    /// `{FEU}` and `{DDU}` of one number are two results.
    private static String annotation(String unit) {
        int brace = unit.indexOf('{');
        return brace < 0 ? "" : unit.substring(brace);
    }

    private static Rate comparable(Rate rate) {
        return rate.unit().map(unit -> comparable(rate.value(), unit)).orElse(rate);
    }

    private static Rate comparable(BigDecimal value, String unit) {
        var measure = RateMeasure.of(unit).orElseThrow();
        return new Rate(measure.convert(value, unit), Optional.of(measure.unit()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
