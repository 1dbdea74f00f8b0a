package health.vigil.laboratory;

import health.vigil.observation.Censoring;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A comparison counts if a bound decides it; otherwise it is unknown.
class AmountTest {
    private static Amount amount(String told) {
        var words = told.split(" ", -1);
        return words.length == 1
                ? Amount.of(words[0])
                : new Amount(Ratio.of(words[1]), Optional.of(words[0].equals("<") ? Censoring.BELOW : Censoring.ABOVE));
    }

    @ParameterizedTest
    @CsvSource({
        "4.9,   YES,     YES,     NO,      NO",
        "5,     NO,      YES,     YES,     NO",
        "5.1,   NO,      NO,      YES,     YES",
        "< 5,   YES,     YES,     NO,      NO",
        "< 5.1, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
        "> 5,   NO,      NO,      YES,     YES",
        "> 4.9, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void aBoundDecidesOnItsOwnSideOnly(String told, Truth below, Truth atMost, Truth atLeast, Truth above) {
        var amount = amount(told);
        var limit = Ratio.of("5");

        assertThat(amount.below(limit)).isEqualTo(below);
        assertThat(amount.atMost(limit)).isEqualTo(atMost);
        assertThat(amount.atLeast(limit)).isEqualTo(atLeast);
        assertThat(amount.above(limit)).isEqualTo(above);
    }

    /// As the amount compares with the limits that it decides.
    @ParameterizedTest
    @CsvSource({"5, 0", "< 5, -1", "> 5, 1"})
    void theNominalValueOfABoundLiesBeyondIt(String told, int order) {
        assertThat(amount(told).nominal().compareTo(Ratio.of("5"))).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({
        "10,    5,     YES",
        "9.9,   5,     NO",
        "> 10,  5,     YES",
        "> 9,   5,     UNKNOWN",
        "< 10,  5,     NO",
        "10,    < 5,   YES",
        "9,     < 5,   UNKNOWN",
        "10,    > 5,   NO",
        "11,    > 5,   UNKNOWN",
        "> 10,  < 5,   YES",
        "< 10,  > 5,   NO"
    })
    void twoBoundsDecideWhereTheyCannotCross(String told, String other, Truth twice) {
        assertThat(amount(told).atLeast("2", amount(other))).isEqualTo(twice);
    }
}
