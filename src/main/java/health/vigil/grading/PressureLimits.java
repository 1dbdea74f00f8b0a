package health.vigil.grading;

import java.math.BigDecimal;

/// When a blood pressure is hypotension, mm[Hg]. The first that decides is the first here.
///
/// @param absoluteSystolic an adult's SBP below this is, whatever the baseline
/// @param absoluteMean an adult's MAP below this is, whatever the baseline
/// @param absoluteChildMargin a child's SBP below the limit for the age less this is, whatever the baseline
/// @param ownBaselinePercent an SBP at or above this share of the baseline is not
/// @param systolic the limit of the systolic pressure by age
/// @param adultMean an MAP below this is, at 18 and over
/// @param relativePercent an adult's SBP below this share of the baseline, and
/// @param relativeLimit below this, is
public record PressureLimits(
        BigDecimal absoluteSystolic,
        BigDecimal absoluteMean,
        BigDecimal absoluteChildMargin,
        BigDecimal ownBaselinePercent,
        SystolicLimit systolic,
        BigDecimal adultMean,
        BigDecimal relativePercent,
        BigDecimal relativeLimit) {
    public static final PressureLimits DEFAULT = new PressureLimits(
            BigDecimal.valueOf(85),
            BigDecimal.valueOf(60),
            BigDecimal.TEN,
            BigDecimal.valueOf(95),
            SystolicLimit.DEFAULT,
            BigDecimal.valueOf(65),
            BigDecimal.valueOf(80),
            BigDecimal.valueOf(100));

    public PressureLimits {
        absoluteSystolic = PolicyCheck.within("absolute systolic limit", absoluteSystolic, 30, 300);
        absoluteMean = PolicyCheck.within("absolute MAP limit", absoluteMean, 20, 150);
        absoluteChildMargin = PolicyCheck.within("absolute margin of children", absoluteChildMargin, 0, 60);
        ownBaselinePercent = PolicyCheck.within("own-baseline share", ownBaselinePercent, 1, 200);
        adultMean = PolicyCheck.within("adult MAP limit", adultMean, 20, 150);
        relativePercent = PolicyCheck.within("relative systolic share", relativePercent, 1, 100);
        relativeLimit = PolicyCheck.within("relative systolic limit", relativeLimit, 30, 300);
        PolicyCheck.require(
                relativePercent.compareTo(ownBaselinePercent) < 0,
                "the relative systolic share must be below the own-baseline share");
    }
}
