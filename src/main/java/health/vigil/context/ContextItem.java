package health.vigil.context;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One score or syndrome at an instant, with its reasons. What is not known is absent, with a reason.
///
/// @param item its id, for instance `iec-hs`
/// @param version of its rule
/// @param rule id and name, as in docs/clinical-rules.md
/// @param holds of an item that is a fact
/// @param value of an item that is a number
/// @param grade 0 to 5; of IEC-HS the physician's
/// @param band in words
/// @param atLeast the least number or grade, where a part is not known
/// @param bandAtLeast the band is the least that it can be
/// @param text a sentence for people
/// @param reason why something is not known
/// @param missing what would have to be recorded
/// @param numbers further numbers by name
/// @param facts what was asked of the record
/// @param notes sentences about the values
public record ContextItem(
        String item,
        String version,
        String rule,
        Optional<Boolean> holds,
        Optional<BigDecimal> value,
        Optional<Integer> grade,
        Optional<String> band,
        Optional<BigDecimal> atLeast,
        boolean bandAtLeast,
        Optional<String> text,
        Optional<String> reason,
        List<String> missing,
        List<Input> inputs,
        Map<String, BigDecimal> numbers,
        List<Fact> facts,
        List<String> notes,
        String caveat,
        String source) {
    public ContextItem {
        missing = List.copyOf(missing);
        inputs = List.copyOf(inputs);
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
    }
}
