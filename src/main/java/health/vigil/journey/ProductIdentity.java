package health.vigil.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The identifiers of the cells and the product, and what the product's label says about the patient.
///
/// @param coiId the chain of identity: an ISBT 128 identifier (ST-028), or the manufacturer's
/// @param din the donation identification number of each collection
/// @param sec the Single European Code
/// @param expiresAt the end of the product's shelf life
public record ProductIdentity(
        Optional<String> coiId,
        List<String> din,
        Optional<String> sec,
        List<String> apheresisIds,
        Optional<String> productLot,
        List<String> productIds,
        List<String> bagIds,
        Optional<String> patientIdOnLabel,
        Optional<String> nameOnLabel,
        Optional<LocalDate> dateOfBirthOnLabel,
        Optional<Instant> expiresAt) {
    public static final ProductIdentity NONE = new ProductIdentity(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public ProductIdentity {
        din = List.copyOf(din);
        apheresisIds = List.copyOf(apheresisIds);
        productIds = List.copyOf(productIds);
        bagIds = List.copyOf(bagIds);
    }
}
