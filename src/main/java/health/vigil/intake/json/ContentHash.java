package health.vigil.intake.json;

import health.vigil.intake.Submission;
import health.vigil.intake.unit.LabMeasure;
import health.vigil.intake.unit.RateMeasure;
import health.vigil.json.JsonText;
import health.vigil.observation.Attribution;
import health.vigil.observation.Content;
import health.vigil.observation.CrsCourse;
import health.vigil.observation.Culture;
import health.vigil.observation.Death;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.GradeConfirmation;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.LabResult;
import health.vigil.observation.Medication;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Rate;
import health.vigil.observation.Retraction;
import health.vigil.observation.Seizure;
import health.vigil.observation.SyndromeAssessment;
import health.vigil.observation.Transfusion;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VitalSigns;
import health.vigil.observation.Weight;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Distinguishes a repeat from other content under the same id. Equal content has an equal hash, also with other
/// units, offsets, trailing zeros or another order of fields.
///
/// @param hex SHA-256 of the canonical form, with laboratory results and rates converted to one unit per measure
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
            case VitalSigns _, OxygenTherapy _, FluidBolus _, Medication _, Weight _ -> content;
            case NeuroCheck _, Seizure _, NeuroFinding _, SyndromeAssessment _, Death _ -> content;
            case Attribution _, CrsCourse _, Retraction _ -> content;
            case Transfusion _, Culture _, DiseaseEvent _, GradeConfirmation _, HomeCheck _ -> content;
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

    /// The annotation of a unit, because a number in `{FEU}` and the same number in `{DDU}` are two results.
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
