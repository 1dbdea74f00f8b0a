package health.vigil.api.context;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.context.ContextItem;
import health.vigil.context.Fact;
import health.vigil.context.Input;
import health.vigil.observation.ObservationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One score or syndrome beside the grades. An unknown value is `null`, never left out.
///
/// @param value a number, or whether the fact holds if the item is a fact
/// @param atLeast the least number or grade that is possible, or the lowest possible band
record ItemView(
        String item,
        String version,
        String rule,
        @Schema(oneOf = {BigDecimal.class, Boolean.class}) Optional<Object> value,
        Optional<Integer> grade,
        Optional<String> band,
        @Schema(oneOf = {BigDecimal.class, String.class}) Optional<Object> atLeast,
        Optional<String> text,
        Optional<String> reason,
        List<String> missing,
        List<InputView> inputs,
        Map<String, BigDecimal> numbers,
        List<FactView> facts,
        List<String> notes,
        String caveat,
        String source) {
    static ItemView of(ContextItem item) {
        return new ItemView(
                item.item(),
                item.version(),
                item.rule(),
                item.holds().<Object>map(holds -> holds).or(item::value),
                item.grade(),
                item.band(),
                item.bandAtLeast()
                        ? item.band().map(band -> band)
                        : item.atLeast().map(least -> least),
                item.text(),
                item.reason(),
                item.missing(),
                item.inputs().stream().map(InputView::of).toList(),
                item.numbers(),
                item.facts().stream().map(FactView::of).toList(),
                item.notes(),
                item.caveat(),
                item.source());
    }

    /// A value from which an item was computed.
    ///
    /// @param comparator absent if the value is exact
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record InputView(
            String name,
            BigDecimal value,
            String unit,
            Optional<String> comparator,
            String observationId,
            String sender,
            Instant effectiveAt) {
        private static InputView of(Input input) {
            return new InputView(
                    input.name(),
                    input.value(),
                    input.unit(),
                    Optional.of(input.comparator()).filter(comparator -> !comparator.isEmpty()),
                    input.id().value(),
                    input.id().sender().name(),
                    input.at());
        }
    }

    /// One criterion that was checked against the record.
    ///
    /// @param holds `null` if unknown
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record FactView(
            String name,
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Boolean> holds,
            String finding,
            Optional<Instant> until,
            Optional<String> observationId,
            Optional<String> sender,
            Optional<Instant> effectiveAt) {
        private static FactView of(Fact fact) {
            return new FactView(
                    fact.name(),
                    fact.holds(),
                    fact.finding(),
                    fact.until(),
                    fact.observationId().map(ObservationId::value),
                    fact.observationId().map(id -> id.sender().name()),
                    fact.effectiveAt());
        }
    }
}
