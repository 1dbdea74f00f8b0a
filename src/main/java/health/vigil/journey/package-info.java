/// The journey of a patient's cells from the referral to the infusion: its state, the custody of the product, the
/// checks before the infusion, and what comes next. Pure code. No code that grades or alerts reads it. Start
/// reading at {@link health.vigil.journey.ProductJourney}.
@NullMarked
package health.vigil.journey;

import org.jspecify.annotations.NullMarked;
