package health.vigil.context;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One score or syndrome at a time, with its reasons. Unknown parts are absent and have a reason.
///
/// @param item its id, for instance `iec-hs`
/// @param version the version of its rule
/// @param rule id and name, as in docs/clinical-rules.md
/// @param holds for an item that is a fact
/// @param value for an item that is a number
/// @param grade 0 to 5; for IEC-HS the physician's grade
/// @param band the band in words
/// @param atLeast the lowest possible number or grade, if a part is unknown
/// @param bandAtLeast whether the band is the lowest possible one
/// @param text a sentence for people
/// @param reason why something is unknown
/// @param missing what would have to be recorded
/// @param numbers further numbers by name
/// @param facts the facts that were checked
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
