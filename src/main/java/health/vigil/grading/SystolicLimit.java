package health.vigil.grading;

import java.math.BigDecimal;

/// The systolic pressure under which a patient of an age is hypotensive, mm[Hg].
/// Children by Mahadeo 2019; under one year by PALS.
///
/// @param infant under 1 year
/// @param childBase from 1 to 10 years: this
/// @param childPerYear plus this for each completed year
/// @param adult over 10 years
public record SystolicLimit(BigDecimal infant, BigDecimal childBase, BigDecimal childPerYear, BigDecimal adult) {
    static final int OLDEST_CHILD = 10;

    static final SystolicLimit DEFAULT = new SystolicLimit(
            BigDecimal.valueOf(70), BigDecimal.valueOf(70), BigDecimal.valueOf(2), BigDecimal.valueOf(90));

    public SystolicLimit {
        infant = PolicyCheck.within("systolic limit under 1 year", infant, 30, 300);
        childBase = PolicyCheck.within("systolic limit of children", childBase, 30, 300);
        childPerYear = PolicyCheck.within("systolic limit per year of age", childPerYear, 0, 20);
        adult = PolicyCheck.within("systolic limit over 10 years", adult, 30, 300);
    }

    BigDecimal at(int ageYears) {
        if (ageYears < 1) {
            return infant;
        }
        return ageYears <= OLDEST_CHILD ? childBase.add(childPerYear.multiply(BigDecimal.valueOf(ageYears))) : adult;
    }
}
