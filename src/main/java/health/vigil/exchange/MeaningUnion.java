package health.vigil.exchange;

import java.util.Optional;

/// Joins what two codings of one concept mean: they agree if one only says more than the other.
final class MeaningUnion {
    private MeaningUnion() {}

    static Optional<Meaning> of(Meaning one, Meaning other) {
        if (one.equals(other)) {
            return Optional.of(one);
        }
        if (one instanceof Meaning.OfSign(var sign, var source, var site)
                && other instanceof Meaning.OfSign(var otherSign, var otherSource, var otherSite)
                && sign == otherSign) {
            return source(source, otherSource)
                    .filter(_ -> site.isEmpty() || otherSite.isEmpty() || site.equals(otherSite))
                    .map(joined -> new Meaning.OfSign(sign, joined, site.or(() -> otherSite)));
        }
        return Optional.empty();
    }

    private static Optional<SignSource> source(SignSource one, SignSource other) {
        if (one == other || other == SignSource.NOT_SAID) {
            return Optional.of(one);
        }
        return one == SignSource.NOT_SAID ? Optional.of(other) : Optional.empty();
    }
}
