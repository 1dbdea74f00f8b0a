package health.vigil.protocol;

import health.vigil.laboratory.Truth;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// One of these signs of items beside the grades is there. Items are computed when something was recorded and at
/// every full hour since the infusion.
public record ItemRequirement(List<ItemSign> any) implements Requirement {
    public ItemRequirement {
        any = List.copyOf(any);
    }

    @Override
    public Truth at(CaseFacts patient, Instant time) {
        return Truth.any(any.stream().map(sign -> sign.in(patient.item(sign.item(), time))));
    }

    @Override
    public Stream<Instant> turns(CaseFacts patient) {
        return patient.itemTimes();
    }

    @Override
    public Stream<String> missing(CaseFacts patient, Instant time) {
        return any.stream()
                .map(sign -> patient.item(sign.item(), time))
                .flatMap(item -> item.missing().stream().map(what -> item.item() + ": " + what));
    }
}
