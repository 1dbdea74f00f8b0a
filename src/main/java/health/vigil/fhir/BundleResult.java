package health.vigil.fhir;

import java.util.Comparator;
import java.util.List;

/// What becomes of a Bundle.
public sealed interface BundleResult {
    /// Nothing of it may be sent.
    ///
    /// @param status the status of HTTP
    record RefusedBundle(int status, List<FhirIssue> issues) implements BundleResult {
        public RefusedBundle {
            issues = List.copyOf(issues);
        }

        static RefusedBundle of(List<FhirIssue> issues) {
            return new RefusedBundle(FhirIssue.status(issues), issues);
        }
    }

    /// Its entries, each with its own result.
    ///
    /// @param transaction whether all entries succeed or none
    /// @param entries in the order of the Bundle
    record Entries(boolean transaction, List<EntryResult> entries) implements BundleResult {
        public Entries {
            entries = List.copyOf(entries);
        }

        /// The entries in the order of execution: in a transaction DELETE, POST, PUT, GET.
        public List<EntryResult> inOrder() {
            return transaction
                    ? entries.stream()
                            .sorted(Comparator.comparing(
                                    result -> result.entry().verb()))
                            .toList()
                    : entries;
        }
    }

    /// An entry, with what becomes of its resource.
    sealed interface EntryResult {
        BundleEntry entry();

        /// A POST or PUT that can be executed.
        record Write(BundleEntry entry, ResourceWrite write, FhirResult result) implements EntryResult {}

        /// A DELETE or GET, which is executed by its address.
        record Other(BundleEntry entry) implements EntryResult {}

        /// An entry of a batch that is refused.
        record RefusedEntry(BundleEntry entry, int status, List<FhirIssue> issues) implements EntryResult {
            public RefusedEntry {
                issues = List.copyOf(issues);
            }
        }
    }
}
