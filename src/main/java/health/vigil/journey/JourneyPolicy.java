package health.vigil.journey;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The hospital's readiness list and limits.
///
/// @param version the name of this content
/// @param approval who approved it and when; absent for the default
/// @param products the limits of products
/// @param identityFor how long before the infusion a reading at the bed counts
/// @param lateAfter how long after its expected time a release is late
public record JourneyPolicy(
        String version,
        Optional<ListApproval> approval,
        ReadinessList readiness,
        List<ProductLimits> products,
        Duration identityFor,
        Duration lateAfter) {
    public static final JourneyPolicy DEFAULT = new JourneyPolicy(
            "default",
            Optional.empty(),
            ReadinessList.DEFAULT,
            List.of(ProductLimits.DEFAULT),
            Duration.ofHours(4),
            Duration.ofDays(3));

    public JourneyPolicy {
        products = List.copyOf(products);
    }

    /// The limits of a product, by its name without case.
    ProductLimits limits(String product) {
        return named(Optional.of(product)).or(() -> named(Optional.empty())).orElse(ProductLimits.DEFAULT);
    }

    private Optional<ProductLimits> named(Optional<String> product) {
        return products.stream()
                .filter(limits -> product.isPresent()
                        ? limits.product()
                                .filter(name -> SameText.same(name, product.get()))
                                .isPresent()
                        : limits.product().isEmpty())
                .findFirst();
    }
}
