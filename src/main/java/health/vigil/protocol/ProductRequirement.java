package health.vigil.protocol;

import health.vigil.laboratory.Truth;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The product of the admission is one of these. Upper and lower case are equal.
public record ProductRequirement(List<String> any) implements Requirement {
    public ProductRequirement {
        any = List.copyOf(any);
    }

    @Override
    public Truth at(CaseFacts patient, Instant time) {
        return patient.product()
                .map(product ->
                        Truth.of(any.stream().anyMatch(name -> name.strip().equalsIgnoreCase(product.strip()))))
                .orElse(Truth.UNKNOWN);
    }

    @Override
    public Stream<Instant> turns(CaseFacts patient) {
        return Stream.empty();
    }

    @Override
    public Stream<String> missing(CaseFacts patient, Instant time) {
        return patient.product().isPresent() ? Stream.empty() : Stream.of("product");
    }
}
