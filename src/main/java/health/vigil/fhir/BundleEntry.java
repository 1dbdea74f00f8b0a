package health.vigil.fhir;

import java.util.List;
import java.util.Optional;

/// An entry of a Bundle.
///
/// @param index its place in the Bundle
/// @param url the target of its request
/// @param ifMatch the version that it expects, as sent
/// @param write the resource to store, of a POST or PUT without a fault
/// @param faults what is wrong with the entry itself
public record BundleEntry(
        int index,
        Verb verb,
        String url,
        Optional<String> ifMatch,
        Optional<ResourceWrite> write,
        List<FhirIssue> faults) {
    public BundleEntry {
        faults = List.copyOf(faults);
    }

    /// The methods, in the order in which a transaction executes them.
    public enum Verb {
        DELETE,
        POST,
        PUT,
        GET
    }

    /// Its place in FHIRPath.
    public String expression() {
        return "Bundle.entry[" + index + "]";
    }
}
