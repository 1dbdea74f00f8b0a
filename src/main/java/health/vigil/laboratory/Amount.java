package health.vigil.laboratory;

import health.vigil.observation.Censoring;
import java.util.Optional;

/// A value that may be known only as below or above a bound. A comparison that the bound does not decide is
/// unknown.
///
/// @param value the value, or the bound of a censored one
public record Amount(Ratio value, Optional<Censoring> censoring) {
    public static Amount of(String value) {
        return of(Ratio.of(value));
    }

    public static Amount of(Ratio value) {
        return new Amount(value, Optional.empty());
    }

    public boolean exact() {
        return censoring.isEmpty();
    }

    public boolean under() {
        return censoring.filter(Censoring.BELOW::equals).isPresent();
    }

    public boolean over() {
        return censoring.filter(Censoring.ABOVE::equals).isPresent();
    }

    /// A value that compares like the amount with every limit that the amount decides. For a bound it lies
    /// just beyond the bound.
    public Ratio nominal() {
        if (exact()) {
            return value;
        }
        return value.times(under() ? "0.999999" : "1.000001");
    }

    public Truth below(Ratio limit) {
        int order = value.compareTo(limit);
        if (exact()) {
            return Truth.of(order < 0);
        }
        return under() ? decided(order <= 0, Truth.YES) : decided(order >= 0, Truth.NO);
    }

    public Truth atMost(Ratio limit) {
        int order = value.compareTo(limit);
        if (exact()) {
            return Truth.of(order <= 0);
        }
        return under() ? decided(order <= 0, Truth.YES) : decided(order >= 0, Truth.NO);
    }

    public Truth above(Ratio limit) {
        return negated(atMost(limit));
    }

    public Truth atLeast(Ratio limit) {
        return negated(below(limit));
    }

    /// Whether it is at least so many times another amount.
    public Truth atLeast(String times, Amount other) {
        var limit = other.value.times(times);
        if (other.exact()) {
            return atLeast(limit);
        }
        return other.under()
                ? decided(atLeast(limit) == Truth.YES, Truth.YES)
                : decided(above(limit) == Truth.NO, Truth.NO);
    }

    /// Whether it is more than so many times another amount.
    public Truth above(String times, Amount other) {
        return other.exact() ? above(other.value.times(times)) : atLeast(times, other);
    }

    private static Truth decided(boolean decides, Truth so) {
        return decides ? so : Truth.UNKNOWN;
    }

    private static Truth negated(Truth truth) {
        return switch (truth) {
            case YES -> Truth.NO;
            case NO -> Truth.YES;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }
}
