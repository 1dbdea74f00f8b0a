package health.vigil.protocol;

import health.vigil.context.AskableItem;
import health.vigil.context.ContextItem;
import health.vigil.laboratory.Truth;
import java.math.BigDecimal;
import java.util.Optional;

/// What a row asks of an item beside the grades: a band, a least grade, or that a fact holds.
public record ItemSign(AskableItem item, Optional<String> band, Optional<Integer> gradeMin) {
    Truth in(ContextItem found) {
        return band.map(wanted -> band(found, wanted))
                .or(() -> gradeMin.map(least -> grade(found, least)))
                .orElseGet(() -> found.holds().map(Truth::of).orElseGet(() -> open(found)));
    }

    /// A band that is only the lowest possible one leaves a higher one open.
    private Truth band(ContextItem found, String wanted) {
        if (found.band().isEmpty()) {
            return open(found);
        }
        var is = found.band().get();
        if (is.equals(wanted)) {
            return Truth.YES;
        }
        return found.bandAtLeast() && item.bands().indexOf(is) < item.bands().indexOf(wanted)
                ? Truth.UNKNOWN
                : Truth.NO;
    }

    private static Truth grade(ContextItem found, int least) {
        var limit = BigDecimal.valueOf(least);
        if (found.grade().filter(grade -> grade >= least).isPresent()
                || found.atLeast().filter(grade -> grade.compareTo(limit) >= 0).isPresent()) {
            return Truth.YES;
        }
        return found.grade().isPresent() && found.atLeast().isEmpty() ? Truth.NO : open(found);
    }

    /// An item without a value is open only if it names what is missing; else it does not apply.
    private static Truth open(ContextItem found) {
        return found.missing().isEmpty() ? Truth.NO : Truth.UNKNOWN;
    }
}
