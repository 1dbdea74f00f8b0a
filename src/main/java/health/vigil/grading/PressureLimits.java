package health.vigil.grading;

import java.math.BigDecimal;

/// The limits of hypotension, mm[Hg], in the order in which they decide.
///
/// @param absoluteSystolic an adult's SBP below this is hypotension, whatever the baseline
/// @param absoluteMean an adult's MAP below this is hypotension, whatever the baseline
/// @param absoluteChildMargin a child's SBP that is more than this below the limit for the age is hypotension,
///     whatever the baseline
/// @param ownBaselinePercent an SBP at or above this share of the baseline is not hypotension
/// @param systolic the limit of the systolic pressure by age
/// @param adultMean a MAP below this is hypotension, at 18 and over
/// @param relativePercent an adult's SBP below this share of the baseline and below `relativeLimit` is hypotension
/// @param relativeLimit see `relativePercent`
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
